using System.Text.RegularExpressions;

namespace WebQA.Evaluation.Metrics;

/// <summary>The forms in which texts and addresses are compared when answers are scored.</summary>
internal static partial class ScoredText
{
    /// <summary>White space collapsed, case kept; the separators of table cells dropped, since evidence joins cells by a space.</summary>
    public static string Normal(string text)
    {
        var padded = $" {text.Replace('\u00A0', ' ').Replace("\u200B", string.Empty, StringComparison.Ordinal)} ";
        return WhiteSpace().Replace(CellSeparator().Replace(padded, " ${space}"), " ").Trim();
    }

    /// <summary>An address without what does not tell pages apart: closing slash, <c>index</c>, <c>.html</c>, fragment.</summary>
    public static string Page(string? url) => PageEnding().Replace((url ?? string.Empty).TrimEnd('/'), string.Empty, 1);

    /// <summary>The first six letters of each word of four or more.</summary>
    public static HashSet<string> Stems(string text) =>
        [.. StemWord().Matches(text.ToLowerInvariant()).Select(m => m.Value[..Math.Min(6, m.Length)])];

    /// <summary>Words as budgets count them.</summary>
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Sentences, cut at white space behind a closing mark.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or '!' or '?')
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
        yield return text[Math.Min(start, text.Length)..];
    }

    [GeneratedRegex(@"\s\|(?<space>\s)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CellSeparator();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"(?:index)?(?:\.html)?(?:#.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageEnding();

    [GeneratedRegex("[a-z0-9]{4,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StemWord();
}
