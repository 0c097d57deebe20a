using System.Text.RegularExpressions;

namespace WebQA.TextBrowser.Search;

/// <summary>Page text as sentences: without the marks at the beginning of lines.</summary>
internal static partial class PassageText
{
    /// <summary>A line without the marks of quotations, lists and table cells.</summary>
    public static string WithoutMarks(string line) => LineMark().Replace(line, string.Empty, 1).Replace(" | ", ", ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:>\s|\*\s|-\s|\|\s|\d{1,3}[.)]\s|\s)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineMark();
}
