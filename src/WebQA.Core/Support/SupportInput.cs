namespace WebQA.Core.Support;

/// <summary>What a support model sees.</summary>
/// <param name="Sentence">Of an answer, with or without its citation marks.</param>
/// <param name="Quotes">The quoted texts it cites.</param>
public sealed record SupportInput(string Sentence, IReadOnlyList<string> Quotes);

/// <summary>How far quotes support a sentence, as a model sees it.</summary>
/// <param name="Supported">Probability, from 0 to 1, that people would say they support it all.</param>
/// <param name="Partly">That they support some of it.</param>
/// <param name="Unsupported">That they don't.</param>
public sealed record SupportJudgement(double Supported, double Partly, double Unsupported)
{
    /// <summary>Of a sentence without quotes.</summary>
    public static SupportJudgement None { get; } = new(0, 0, 1);

    /// <summary>The likeliest level; the lower where two are alike.</summary>
    public SupportLevel Level => Unsupported >= Math.Max(Partly, Supported) ? SupportLevel.Unsupported : Partly >= Supported ? SupportLevel.Partly : SupportLevel.Supported;

    /// <summary>Support expected, from 0 to 1; some of it counts a half.</summary>
    public double Expected => Supported + (Partly / 2);
}

/// <summary>How far quotes support a sentence.</summary>
public enum SupportLevel
{
    /// <summary>They don't.</summary>
    Unsupported,

    /// <summary>They support some of it.</summary>
    Partly,

    /// <summary>They support all of it.</summary>
    Supported,
}
