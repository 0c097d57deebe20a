using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>Carries out a command in a state: what it leads to, or why nothing comes of it.</summary>
internal sealed class ActionExecutor(IEnvironment environment)
{
    /// <summary>What an action leads to.</summary>
    /// <param name="Result">Whether it took effect.</param>
    /// <param name="Message">Why not.</param>
    /// <param name="Page">The page that came, for a search or a click.</param>
    /// <param name="Cursor">First line of the window afterwards.</param>
    /// <param name="Quote">The quoted span.</param>
    public sealed record Effect(StepResult Result, string? Message, TextPage? Page, int Cursor, TextSpan? Quote);

    public async Task<Effect> ExecuteAsync(EpisodeState state, string commandLine, CancellationToken cancellationToken)
    {
        if (!CommandGrammar.TryParse(commandLine, out var action))
        {
            return Invalid(state, commandLine.Length == 0 ? "There was no command." : "That is not a command of the text browser.");
        }
        if (IllegalBecause(state, action) is { } reason)
        {
            return Invalid(state, reason);
        }
        return action switch
        {
            BrowserAction.Search search => Show(await environment.SearchAsync(search.Query, cancellationToken)),
            BrowserAction.Click click => await ClickAsync(state, click.LinkId, cancellationToken),
            BrowserAction.Find find => Find(state, find.Text),
            BrowserAction.Quote quote => Quote(state, quote.Text),
            BrowserAction.ScrollDown down => Scroll(state, down.Windows, static (text, cursor) => text.Down(cursor)),
            BrowserAction.ScrollUp up => Scroll(state, up.Windows, static (text, cursor) => text.Up(cursor)),
            BrowserAction.Top => Move(0),
            BrowserAction.Back => Move(state.Visits.Pop().Peek().Cursor),
            _ => Move(state.Visit?.Cursor ?? 0),
        };
    }

    /// <summary>Scrolling where there is nothing more is legal and counted as a loop, not refused.</summary>
    private static string? IllegalBecause(EpisodeState state, BrowserAction action) => action switch
    {
        BrowserAction.Search or BrowserAction.End => null,
        _ when state.Visit is null => "No page is shown yet; search first.",
        BrowserAction.Click when state.Visit.Page.Links.Count == 0 => "This page has no links.",
        BrowserAction.Quote when state.Visit.Page.Kind == PageKind.SearchResults => "A results page cannot be quoted; open a page first.",
        BrowserAction.Quote when !state.Situation.CanQuote => "An error message cannot be quoted; open a page first.",
        BrowserAction.Back when !state.Situation.CanGoBack => "This is the first page; there is nothing to go back to.",
        _ => null,
    };

    private async Task<Effect> ClickAsync(EpisodeState state, int id, CancellationToken cancellationToken)
    {
        var links = state.Visit!.Page.Links;
        if (id >= links.Count)
        {
            return Fail(state, $"Link {id} is not on this page; links 0 to {links.Count - 1} are.");
        }
        return Show(await environment.OpenAsync(links[id].Url, cancellationToken));
    }

    private static Effect Find(EpisodeState state, string text)
    {
        var (page, cursor) = (state.Visit!.Page, state.Visit.Cursor);
        var wrapped = page.Wrap(state.Setup.Limits.WrapColumns);
        if (cursor + 1 < wrapped.Lines.Count)
        {
            var from = page.Marked.ToPlain(wrapped.Lines[cursor + 1].Start);
            if (page.Normalized.Find(NormalizedText.Of(text), from) is { } found)
            {
                return Move(wrapped.LineAt(page.Marked.ToMarked(found.Start)));
            }
        }
        return Fail(state, "The text was not found after the first line shown.");
    }

    private static Effect Quote(EpisodeState state, string text)
    {
        var page = state.Visit!.Page;
        var (span, reason) = QuoteMatcher.Match(page.Normalized, text);
        if (span is not { } found)
        {
            return Fail(state, reason!);
        }
        var words = WordCount.Of(page.PlainText.AsSpan(found.Start, found.Length));
        if (words > state.Setup.Limits.QuoteWords)
        {
            return Fail(state, $"The quote has {words} words; a quote may have {state.Setup.Limits.QuoteWords}.");
        }
        if (words > state.WordsLeft)
        {
            return Fail(state, $"The quote has {words} words; {state.WordsLeft} of {state.Setup.Limits.ReferenceWords} are left for references.");
        }
        if (state.References.Any(r => r.PageSha256 == page.PageSha256 && r.Start == found.Start && r.Length == found.Length))
        {
            return Fail(state, "This text is quoted already.");
        }
        return new Effect(StepResult.Ok, null, null, state.Visit.Cursor, found);
    }

    private static Effect Scroll(EpisodeState state, int windows, Func<WrappedText, int, int> scroll)
    {
        var wrapped = state.Visit!.Page.Wrap(state.Setup.Limits.WrapColumns);
        var cursor = state.Visit.Cursor;
        for (var i = 0; i < windows; i++)
        {
            cursor = scroll(wrapped, cursor);
        }
        return Move(cursor);
    }

    /// <summary>An error page is shown like any other, but the step has failed.</summary>
    private static Effect Show(TextPage page) => page.Kind == PageKind.Error
        ? new Effect(StepResult.Failed, page.Title, page, 0, null)
        : new Effect(StepResult.Ok, null, page, 0, null);

    private static Effect Move(int cursor) => new(StepResult.Ok, null, null, cursor, null);

    private static Effect Fail(EpisodeState state, string message) => new(StepResult.Failed, message, null, state.Visit?.Cursor ?? 0, null);

    private static Effect Invalid(EpisodeState state, string message) => new(StepResult.Invalid, message, null, state.Visit?.Cursor ?? 0, null);
}
