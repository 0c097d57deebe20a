using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.Evaluation.Metrics;

/// <summary>What an episode's steps were.</summary>
public static class StepKinds
{
    /// <summary>Steps by the short name of their command; <c>invalid</c> where there is none.</summary>
    public static IReadOnlyDictionary<string, int> Count(IReadOnlyList<EpisodeStep> steps) =>
        steps.GroupBy(Name).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>Share of steps, 0 to 1, that are not a search, the first click or a quote: whether the policy browses at all.</summary>
    public static double Browsing(IReadOnlyList<EpisodeStep> steps)
    {
        var firstClick = steps.FirstOrDefault(s => s.Action is BrowserAction.Click);
        var other = steps.Count(s => s.Action is not (BrowserAction.Search or BrowserAction.Quote) && s != firstClick);
        return steps.Count == 0 ? 0 : (double)other / steps.Count;
    }

    private static string Name(EpisodeStep step) =>
        CommandGrammar.Forms.FirstOrDefault(f => step.Action is { } action && f.Write(action) is not null)?.Name ?? "invalid";
}
