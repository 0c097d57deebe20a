using MudBlazor;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Episodes;

/// <summary>How a step reads in the list: an icon, what was done, to what, and what was wrong.</summary>
/// <param name="Icon">SVG path of the icon.</param>
/// <param name="Title">The action.</param>
/// <param name="Detail">A word about the outcome, or empty.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Problem">Why nothing came of it, or null.</param>
internal sealed record StepText(string Icon, string Title, string Detail, string Subject, string? Problem)
{
    public static StepText Of(EpisodeStep step)
    {
        var text = step.Action switch
        {
            BrowserAction.Search search => new StepText(Icons.Material.Outlined.Search, Strings.StepSearch, Results(step), search.Query, null),
            BrowserAction.Click click => Open(step, click),
            BrowserAction.Find find => new(Icons.Material.Outlined.FindInPage, Strings.StepFind, LineOf(step), find.Text, null),
            BrowserAction.Quote => Quote(step),
            BrowserAction.ScrollDown down => new(Icons.Material.Outlined.ArrowDownward, Say.With(Strings.StepScrollDown, down.Windows), string.Empty, Window(step), null),
            BrowserAction.ScrollUp up => new(Icons.Material.Outlined.ArrowUpward, Say.With(Strings.StepScrollUp, up.Windows), string.Empty, Window(step), null),
            BrowserAction.Top => new(Icons.Material.Outlined.VerticalAlignTop, Strings.StepTop, string.Empty, Window(step), null),
            BrowserAction.Back => new(Icons.Material.Outlined.ArrowBack, Strings.StepBack, string.Empty, step.Page?.Title ?? string.Empty, null),
            BrowserAction.End end => new(Icons.Material.Outlined.Flag, Strings.StepEnd, string.Empty, End(end.Kind), null),
            _ => new(Icons.Material.Outlined.WarningAmber, Strings.StepInvalid, string.Empty, step.Event.Command, null),
        };
        return step.Result == StepResult.Ok ? text : text with { Icon = Icons.Material.Outlined.WarningAmber, Problem = step.Event.Message };
    }

    private static string Results(EpisodeStep step) => step.Page is { Kind: PageKind.SearchResults } page
        ? Say.Count(page.Links.Count, Strings.OneResult, Strings.ManyResults)
        : string.Empty;

    private static StepText Open(EpisodeStep step, BrowserAction.Click click)
    {
        var link = step.Observation.Links.FirstOrDefault(l => l.Id == click.LinkId);
        var page = step.Result == StepResult.Ok ? step.Page : null;
        return new(
            Icons.Material.Outlined.Description, Strings.StepOpen,
            page?.Domain ?? link?.Domain ?? string.Empty, page?.Title ?? link?.Text ?? step.Event.Command, null);
    }

    private static StepText Quote(EpisodeStep step) => step.Reference is { } reference
        ? new(
            Icons.Material.Outlined.FormatQuote, Strings.StepQuote,
            Say.With(Strings.QuoteDetail, reference.Id, WordCount.Of(reference.Extract)), $"“{reference.Extract}”", null)
        : new(Icons.Material.Outlined.FormatQuote, Strings.StepQuote, string.Empty, step.Event.Command, null);

    private static string LineOf(EpisodeStep step) =>
        step.Result == StepResult.Ok ? Say.With(Strings.LineNumber, step.Event.Cursor + 1) : string.Empty;

    private static string Window(EpisodeStep step)
    {
        if (step.Page is not { } page)
        {
            return string.Empty;
        }
        var wrapped = page.Wrap(step.Observation.WrapColumns);
        return Say.With(Strings.LinesOf, step.Event.Cursor + 1, wrapped.WindowEnd(step.Event.Cursor), wrapped.Lines.Count);
    }

    private static string End(EndKind kind) => kind switch
    {
        EndKind.Answer => Strings.EndAnswer,
        EndKind.Nonsense => Strings.EndNonsense,
        _ => Strings.EndControversial,
    };
}
