using System.Text;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>Decides whether what was read can answer the question, and if not says what was found and what is missing.</summary>
/// <remarks>
/// The measure is s10, the mean of the ten highest sentence scores. Measured: the area under its curve is .95 where the source pages are
/// gone, .87 on near misses, which therefore stay hard.
/// </remarks>
internal static class Abstention
{
    private const int Top = 10;

    /// <summary>Cosine to a clause from which a sentence may be about it.</summary>
    private const double AboutClause = 0.5;

    /// <summary>Mean of the ten highest scores, of all where there are fewer; null where nothing was read.</summary>
    public static double? Strength(IEnumerable<double> scores)
    {
        var top = scores.OrderDescending().Take(Top).ToList();
        return top.Count == 0 ? null : top.Average();
    }

    /// <summary>Why there is no answer, or null where there is one.</summary>
    public static string? Reason(
        IReadOnlyList<ReadPage> pages, IReadOnlyList<ScoredSentence> read, IReadOnlyList<Evidence> evidence, QuestionFocus question, AnswerWeights weights)
    {
        var scores = read.Count > 0 ? read.Select(s => s.Score) : evidence.Select(e => e.Score);
        var strength = Strength(scores);
        if (evidence.Count > 0 && strength >= weights.AbstainBelow)
        {
            return null;
        }
        var reason = new StringBuilder(Found(pages, evidence, question));
        var open = question.Clauses.Where(c => evidence.All(e => Vectors.Dot(e.Vector, c.Vector) < AboutClause)).Select(c => $"“{c.Text}”").ToList();
        reason.Append(open.Count > 0
            ? $" Nothing that was read comes close to {string.Join(" or ", open)}."
            : " It stays too far from what was asked to answer from.");
        return reason.ToString();
    }

    private static string Found(IReadOnlyList<ReadPage> pages, IReadOnlyList<Evidence> evidence, QuestionFocus question)
    {
        var count = pages.Count == 1 ? "1 page was read." : $"{pages.Count} pages were read.";
        return evidence.MaxBy(e => Vectors.Dot(e.Vector, question.Vector)) is { } best
            ? $"{count} The closest is “{best.Reference.Title}” ({best.Reference.Domain}): “{best.Text}”"
            : $"{count} None of them holds a sentence that could be quoted.";
    }
}
