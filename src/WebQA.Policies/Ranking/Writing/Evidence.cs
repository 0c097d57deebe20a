using WebQA.Core.Answers;
using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>A sentence of a quote, as the answer may use it.</summary>
/// <param name="reference">The quote it stands in.</param>
/// <param name="index">Its place in the quote, from 0.</param>
/// <param name="text">Its words, on one line, footnote marks left out.</param>
/// <param name="vector">Its vector.</param>
/// <param name="score">What it is worth to the question.</param>
/// <param name="clause">The part of the question it is closest to.</param>
/// <param name="previous">The sentence before it in the same quote.</param>
internal sealed class Evidence(
    Reference reference, int index, string text, float[] vector, double score, Clause clause, Evidence? previous)
{
    public Reference Reference => reference;

    public int Index => index;

    public string Text => text;

    public float[] Vector => vector;

    public double Score => score;

    public Clause Clause => clause;

    public Evidence? Previous => previous;

    /// <summary>The sentence after it in the same quote.</summary>
    public Evidence? Next { get; set; }

    /// <summary>Words as budgets count them.</summary>
    public int Words { get; } = Core.Browsing.WordCount.Of(text);

    /// <summary>Cosine to the clause.</summary>
    public double Closeness => Vectors.Dot(Vector, Clause.Vector);

    /// <summary>How well it answers the clause by itself: worth to the question, closeness to the clause, and the wording of an answer.</summary>
    public double Directness => Score + (ClosenessWeight * Closeness) + DirectCues.Worth(Clause.Text, Text);

    /// <summary>Whether it is no full sentence: a row of a table, which says little away from its heads, a heading or a label.</summary>
    public bool IsFragment => Text.Contains(" | ", StringComparison.Ordinal) || !SentenceEnds.Contains(Text[^1]);

    private const double ClosenessWeight = 3;

    private const string SentenceEnds = ".!?…:;)”’\"'";
}
