using WebQA.Core.Answers;
using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>A sentence of a quote, as the answer may use it.</summary>
/// <param name="Reference">The quote it stands in.</param>
/// <param name="Index">Its place in the quote, from 0.</param>
/// <param name="Text">Its words, on one line, footnote marks left out.</param>
/// <param name="Vector">Its vector.</param>
/// <param name="Score">What it is worth to the question.</param>
/// <param name="Clause">The part of the question it is closest to.</param>
/// <param name="Previous">The sentence before it in the same quote.</param>
internal sealed record Evidence(
    Reference Reference, int Index, string Text, float[] Vector, double Score, Clause Clause, Evidence? Previous)
{
    /// <summary>Words as budgets count them.</summary>
    public int Words { get; } = Core.Browsing.WordCount.Of(Text);

    /// <summary>Cosine to the clause.</summary>
    public double Closeness => Vectors.Dot(Vector, Clause.Vector);

    /// <summary>How well it answers the clause by itself: worth to the question, closeness to the clause, and the wording of an answer.</summary>
    public double Directness => Score + (ClosenessWeight * Closeness) + DirectCues.Worth(Clause.Text, Text);

    /// <summary>Whether it is a row of a table, which says little away from its heads.</summary>
    public bool IsTableRow => Text.Contains(" | ", StringComparison.Ordinal);

    private const double ClosenessWeight = 2;
}
