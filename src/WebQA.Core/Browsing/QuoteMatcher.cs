namespace WebQA.Core.Browsing;

/// <summary>Finds the slice of a page that a quote names, or says why there is none. The one place where quotes are verified.</summary>
/// <remarks>WebGPT table 1 and appendix A: quotes ignore case and white space; <c>start━end</c> abbreviates a long one.</remarks>
public static class QuoteMatcher
{
    /// <summary>Stands between the first and the last words of an abbreviated quote (U+2501).</summary>
    public const char Abbreviation = '━';

    /// <summary>Fewest words of a quote, unless it has <see cref="MinCharacters"/> or is the whole page.</summary>
    public const int MinWords = 3;

    /// <summary>Fewest characters of a quote, unless it has <see cref="MinWords"/> or is the whole page.</summary>
    public const int MinCharacters = 15;

    /// <summary>Finds a quote on a page's plain text.</summary>
    /// <returns>The span, or null and the reason, worded for whoever quoted.</returns>
    public static (TextSpan? Span, string? Reason) Match(NormalizedText page, string quote)
    {
        var bar = quote.IndexOf(Abbreviation);
        var (span, reason) = bar < 0 ? MatchWhole(page, quote) : MatchEnds(page, quote[..bar], quote[(bar + 1)..]);
        if (span is { } found && IsTooShort(page, found))
        {
            return (null, $"The quote is too short: quote at least {MinWords} words or {MinCharacters} characters.");
        }
        return (span, reason);
    }

    private static (TextSpan?, string?) MatchWhole(NormalizedText page, string quote)
    {
        var wanted = NormalizedText.Of(quote);
        if (wanted.Text.Length == 0)
        {
            return (null, "The quote is empty.");
        }
        return page.Find(wanted) is { } span ? (span, null) : (null, "The quoted text is not on this page.");
    }

    private static (TextSpan?, string?) MatchEnds(NormalizedText page, string start, string end)
    {
        var (first, last) = (NormalizedText.Of(start), NormalizedText.Of(end));
        if (first.Text.Length == 0 || last.Text.Length == 0)
        {
            return (null, $"A quote with {Abbreviation} needs words on both sides of it.");
        }
        if (page.Find(first) is not { } opening)
        {
            return (null, $"The words before {Abbreviation} are not on this page.");
        }
        return page.Find(last, opening.End) is { } closing
            ? (TextSpan.FromBounds(opening.Start, closing.End), null)
            : (null, $"The words after {Abbreviation} do not follow the words before it on this page.");
    }

    private static bool IsTooShort(NormalizedText page, TextSpan span) =>
        WordCount.Of(page.SpanOf(span), enough: MinWords) < MinWords
        && NormalizedText.Of(page.Slice(span)).Text.Length < MinCharacters
        && !page.IsWhole(span);
}
