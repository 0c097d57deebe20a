using WebQA.Core.Feedback;
using WebQA.Statistics;
using WebQA.Statistics.Preferences;

namespace WebQA.Feedback.Measures;

/// <summary>How often the side with some trait is preferred where that should not matter: the first, the longer.</summary>
/// <param name="Comparisons">Comparisons in which one side has it and the other has not.</param>
/// <param name="Wins">Those it won.</param>
/// <param name="Ties">Those without a winner.</param>
/// <param name="Rate">Share it won, ties a half, with its 95 % interval by the trinomial error clustered by question.</param>
/// <param name="DecidedRate">Share of the decided ones it won, with its Wilson interval.</param>
public sealed record Effect(int Comparisons, int Wins, int Ties, Interval Rate, Interval DecidedRate)
{
    /// <summary>Measures a trait.</summary>
    /// <param name="comparisons">Comparisons.</param>
    /// <param name="lead">Above 0 where A has more of it, below 0 where B has, 0 where there is no difference.</param>
    public static Effect Of(IEnumerable<StoredComparison> comparisons, Func<StoredComparison, int> lead)
    {
        var scored = comparisons
            .Select(comparison => (comparison.Task.Question, Lead: Math.Sign(lead(comparison)), Sign: Math.Sign((int)comparison.Annotation.Rating)))
            .Where(static c => c.Lead != 0)
            .Select(static c => (Question: (c.Question.Dataset, c.Question.Text), Score: 0.5 + (0.5 * c.Lead * c.Sign)))
            .ToList();
        var (wins, ties) = (scored.Count(static s => s.Score > 0.75), scored.Count(static s => s.Score == 0.5));
        var rate = scored.Select(static s => s.Score).DefaultIfEmpty(double.NaN).Average();
        var interval = Interval.Normal(rate, ClusteredError.OfMean([.. scored.Select(static s => s.Score)], [.. scored.Select(static s => s.Question)]));
        return new Effect(scored.Count, wins, ties, interval with { Low = Math.Max(0, interval.Low), High = Math.Min(1, interval.High) }, Wilson.Of(wins, scored.Count - ties));
    }
}
