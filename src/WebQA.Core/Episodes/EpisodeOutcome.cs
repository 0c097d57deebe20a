using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>The outcome that a state implies once nothing more can happen.</summary>
internal static class EpisodeOutcome
{
    /// <summary>Characters of an error page that are repeated in the reason.</summary>
    private const int MaxReason = 600;

    public static EpisodeEnded Of(EpisodeState state) => state switch
    {
        { EndedBy: EndKind.Nonsense } => new(Outcome.Nonsense, "The policy judged that the question makes no sense."),
        { EndedBy: EndKind.Controversial } => new(Outcome.Controversial, "The policy judged that the question should not be answered with a settled tone."),
        { Composed.Answer: not null } => new(Outcome.Answered, null),
        { Composed: { } composed } => new(Outcome.NotEnoughEvidence, composed.AbstainReason),
        _ => new(Outcome.NotEnoughEvidence, WithoutReference(state)),
    };

    private static string WithoutReference(EpisodeState state)
    {
        var searches = state.Steps.Count(s => s.Action is BrowserAction.Search && s.Result == StepResult.Ok);
        var pages = state.Steps.Where(s => s.Page?.Kind == PageKind.Web).Select(s => s.Page!.PageSha256).Distinct().Count();
        var tried = $"{Count(searches, "search", "searches")} and {Count(pages, "page", "pages")} gave nothing to quote";
        var summary = state.TruncatedBy switch
        {
            Truncation.MaxActions => $"All {state.Setup.Limits.MaxActions} actions were used; {tried}.",
            Truncation.AnswerNow => $"The answer was asked for before anything was quoted; {tried}.",
            _ => $"Browsing ended without a quote; {tried}.",
        };
        return summary + Failures(state);
    }

    /// <summary>What could not be searched or opened, and why the last of it could not: a person may be able to mend that.</summary>
    private static string Failures(EpisodeState state)
    {
        var failed = state.Steps.Where(s => s is { Action: BrowserAction.Search or BrowserAction.Click, Result: StepResult.Failed, Page.Kind: PageKind.Error }).ToList();
        if (failed.Count == 0)
        {
            return string.Empty;
        }
        var searches = failed.Count(s => s.Action is BrowserAction.Search);
        var pages = failed.Count - searches;
        var what = pages == 0 ? Count(searches, "search", "searches")
            : searches == 0 ? Count(pages, "page", "pages")
            : $"{Count(searches, "search", "searches")} and {Count(pages, "page", "pages")}";
        var last = failed[^1].Page!;
        var why = last.Text.ReplaceLineEndings(" ");
        return $" {what} failed, the last with: {last.Title}. {(why.Length > MaxReason ? $"{why[..MaxReason]}…" : why)}";
    }

    private static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";
}
