using WebQA.Core.Browsing;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Ranking.Heads;

/// <summary>Words the command that quotes a span of a page.</summary>
internal static class QuoteCommand
{
    /// <summary>Longer quotes are written as their first and last words.</summary>
    private const int AbbreviateFrom = 24;

    private const int FewestEndWords = 5;
    private const int MostEndWords = 10;

    /// <summary>The command, or null where no command names exactly this text.</summary>
    public static string? For(ReadPage page, TextSpan span)
    {
        var text = ClauseSplitter.OneLine(page.Text.Text.Substring(span.Start, span.Length));
        if (text.AsSpan().ContainsAny(QuoteMatcher.Abbreviation, '【', '】'))
        {
            return null;
        }
        return Abbreviated(page, span, text) ?? Whole(page, text);
    }

    private static string? Abbreviated(ReadPage page, TextSpan span, string text)
    {
        var words = text.Split(' ');
        if (words.Length <= AbbreviateFrom)
        {
            return null;
        }
        for (var n = FewestEndWords; n <= MostEndWords; n++)
        {
            var quote = $"{string.Join(' ', words[..n])}{QuoteMatcher.Abbreviation}{string.Join(' ', words[^n..])}";
            if (QuoteMatcher.Match(page.Normalized, quote).Span == span)
            {
                return CommandGrammar.Write(new BrowserAction.Quote(quote));
            }
        }
        return null;
    }

    private static string? Whole(ReadPage page, string text) =>
        QuoteMatcher.Match(page.Normalized, text).Span is null ? null : CommandGrammar.Write(new BrowserAction.Quote(text));
}
