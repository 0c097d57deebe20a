using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>The outcome that a state implies once nothing more can happen.</summary>
internal static class EpisodeOutcome
{
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
        return state.TruncatedBy switch
        {
            Truncation.MaxActions => $"All {state.Setup.Limits.MaxActions} actions were used; {tried}.",
            Truncation.AnswerNow => $"The answer was asked for before anything was quoted; {tried}.",
            _ => $"Browsing ended without a quote; {tried}.",
        };
    }

    private static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";
}
