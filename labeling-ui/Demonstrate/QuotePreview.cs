using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.LabelingUi.Demonstrate;

/// <summary>What quoting a stretch of the page would do, found out without an action.</summary>
/// <param name="Span">Where the person selected, in the page's plain text.</param>
/// <param name="Words">Its words.</param>
/// <param name="Fault">Why it cannot be quoted, or null.</param>
/// <param name="IsEarlierToo">Whether the same words stand further up, where they would be quoted.</param>
public sealed record QuotePreview(TextSpan Span, int Words, string? Fault, bool IsEarlierToo)
{
    /// <summary>The command that quotes a stretch of a page: on one line, since a command is.</summary>
    public static string CommandFor(TextPage page, TextSpan span) =>
        CommandGrammar.Write(new BrowserAction.Quote(string.Join(' ', page.PlainText.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>Looks at a selection; null where it holds no words.</summary>
    public static QuotePreview? Of(EpisodeState state, int start, int end)
    {
        if (state.Visit is not { Page: var page } || start < 0 || end > page.PlainText.Length || Trimmed(page.PlainText, start, end) is not { Length: > 0 } span)
        {
            return null;
        }
        var words = WordCount.Of(page.PlainText.AsSpan(span.Start, span.Length));
        return FaultOf(state, words) is { } fault ? new QuotePreview(span, words, fault, false) : Matched(page, span, words);
    }

    private static QuotePreview Matched(TextPage page, TextSpan span, int words)
    {
        var (found, reason) = QuoteMatcher.Match(page.Normalized, page.PlainText.Substring(span.Start, span.Length));
        return new QuotePreview(span, words, reason, found is { } match && match.End <= span.Start);
    }

    private static string? FaultOf(EpisodeState state, int words) => state switch
    {
        { IsBrowsing: false } => string.Empty,
        { Visit.Page.Kind: PageKind.SearchResults } => Resources.DemonstrateStrings.ResultsCannotBeQuoted,
        { Situation.CanQuote: false } => Resources.DemonstrateStrings.ErrorsCannotBeQuoted,
        _ when words > state.Setup.Limits.QuoteWords => Resources.Say.With(Resources.DemonstrateStrings.QuoteTooLong, words, state.Setup.Limits.QuoteWords),
        _ when words > state.WordsLeft => Resources.Say.With(Resources.DemonstrateStrings.QuoteOverBudget, words, state.WordsLeft),
        _ => null,
    };

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }
}
