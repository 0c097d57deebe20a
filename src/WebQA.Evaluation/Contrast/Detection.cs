namespace WebQA.Evaluation.Contrast;

/// <summary>Whether judges noticed a damage.</summary>
/// <param name="Set">The data set.</param>
/// <param name="Question">The question.</param>
/// <param name="Kind">The damage; <see cref="Sound"/> where there is none.</param>
/// <param name="Judges">By judge, from 0, not noticed, to 1; a share where several sentences are damaged.</param>
public sealed record Detection(string Set, string Question, string Kind, IReadOnlyDictionary<string, double> Judges)
{
    /// <summary>The kind of answers that are as they were: what is noticed there is a false alarm.</summary>
    public const string Sound = "sound";
}
