using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>Neighbouring sentences of one quote that stay together in the answer.</summary>
/// <param name="Sentences">In the order of the page.</param>
internal sealed record AnswerPassage(IReadOnlyList<Evidence> Sentences)
{
    /// <summary>The sentence that earned it its place.</summary>
    public Evidence Best { get; } = Sentences.MaxBy(s => s.Directness)!;

    /// <summary>The part of the question it answers.</summary>
    public Clause Clause => Best.Clause;

    /// <summary>What comes first within a clause.</summary>
    public double Value => Best.Directness;

    /// <summary>Words of all its sentences.</summary>
    public int Words => Sentences.Sum(s => s.Words);
}
