using System.Collections.Immutable;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>What a step does to the state, computed from the stored event and pages alone, so that a replay cannot differ.</summary>
internal static class StepFold
{
    public static EpisodeState Apply(EpisodeState state, StepTaken step, TextPage? page)
    {
        var observation = state.Observe();
        var action = CommandGrammar.TryParse(step.Command, out var parsed) ? parsed : null;
        var visits = Visits(state, step, action, page);
        var reference = Quote(state, step);
        var next = visits.IsEmpty ? null : visits.Peek().Page;
        var summary = step.Result == StepResult.Ok && action is not null ? Summary(state, action) : null;
        return state with
        {
            Steps = state.Steps.Add(new EpisodeStep(observation, step, action, next, reference)),
            References = reference is null ? state.References : state.References.Add(reference),
            PastActions = summary is null ? state.PastActions : state.PastActions.Add(summary),
            Visits = visits,
            EndedBy = step.Result == StepResult.Ok && action is BrowserAction.End end ? end.Kind : state.EndedBy,
            BeforeLastStep = state,
            BeforeUndo = null,
        };
    }

    private static ImmutableStack<PageVisit> Visits(EpisodeState state, StepTaken step, BrowserAction? action, TextPage? page)
    {
        if (step.Result == StepResult.Ok && action is BrowserAction.Back)
        {
            return state.Visits.Pop();
        }
        if (step.Opened && page is not null)
        {
            return state.Visits.Push(new PageVisit(page, step.Cursor));
        }
        return state.Visit is { } visit && visit.Cursor != step.Cursor
            ? state.Visits.Pop().Push(visit with { Cursor = step.Cursor })
            : state.Visits;
    }

    private static Reference? Quote(EpisodeState state, StepTaken step)
    {
        if (step.QuoteStart is not { } start || step.QuoteLength is not { } length || state.Visit is not { } visit)
        {
            return null;
        }
        var page = visit.Page;
        return new Reference(
            state.References.Count + 1, page.Content.RequestedUrl, page.Url, page.Title, page.Domain,
            page.PageSha256, page.TextSha256, page.Content.SnapshotSha256,
            start, length, page.PlainText.Substring(start, length), page.FetchedAt);
    }

    /// <summary>The line of the past actions; an end has none, since nothing follows it.</summary>
    private static string? Summary(EpisodeState state, BrowserAction action) => action switch
    {
        BrowserAction.Search search => $"Search {search.Query}",
        BrowserAction.Click click => state.Visit!.Page.Links[click.LinkId] is var link ? $"Click {link.Text} {link.Domain}" : null,
        BrowserAction.Find find => $"Find {find.Text}",
        BrowserAction.Quote => "Quote",
        BrowserAction.ScrollDown down => $"Scroll down {down.Windows}",
        BrowserAction.ScrollUp up => $"Scroll up {up.Windows}",
        BrowserAction.Top => "Top",
        BrowserAction.Back => "Back",
        _ => null,
    };
}
