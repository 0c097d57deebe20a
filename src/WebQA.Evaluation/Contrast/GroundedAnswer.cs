using WebQA.Core.Support;

namespace WebQA.Evaluation.Contrast;

/// <summary>An answer whose sentences are known to be supported by the quotes they cite, and what else its page says.</summary>
/// <param name="Set">The data set.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Sentences">In order, without citation marks.</param>
/// <param name="Quotes">What they rest on.</param>
public sealed record GroundedAnswer(string Set, string Question, IReadOnlyList<CitedSentence> Sentences, IReadOnlyList<string> Quotes)
{
    /// <summary>Passages of the same page that the answer does not rest on.</summary>
    public IReadOnlyList<string> OtherPassages { get; init; } = [];

    /// <summary>Sentences on the same matter that the quotes do not support.</summary>
    public IReadOnlyList<string> OtherSentences { get; init; } = [];

    /// <summary>False claims on the same matter.</summary>
    public IReadOnlyList<string> Myths { get; init; } = [];

    /// <summary>Its sentences, each with the quotes it cites.</summary>
    public IReadOnlyList<SupportInput> Inputs => [.. Sentences.Select(s => new SupportInput(s.Text, [.. s.Cites.Select(i => Quotes[i])]))];

    /// <summary>The answer as a reader sees it.</summary>
    public string Text => string.Join(' ', Sentences.Select(static s => $"{s.Text.TrimEnd()} {string.Concat(s.Cites.Select(static i => $"[{i + 1}]"))}"));
}

/// <summary>A sentence and the quotes it cites.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Cites">Places in the list of quotes, from 0.</param>
public sealed record CitedSentence(string Text, IReadOnlyList<int> Cites);
