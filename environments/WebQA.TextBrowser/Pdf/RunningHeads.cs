using System.Text.RegularExpressions;

namespace WebQA.TextBrowser.Pdf;

/// <summary>Takes away the lines that stand at the head or foot of most pages (title, chapter, page number), which cut sentences in two.</summary>
internal static partial class RunningHeads
{
    private const int FewestPages = 4;
    private const double ShareOfPages = 0.5;
    private const int LongestHead = 150;

    /// <summary>The pages without them; the first page keeps its own, which may be the document's title.</summary>
    public static IReadOnlyList<string> Remove(IReadOnlyList<string> pages)
    {
        if (pages.Count < FewestPages)
        {
            return pages;
        }
        var heads = Repeated(pages.Select(FirstOf), pages.Count);
        var feet = Repeated(pages.Select(LastOf), pages.Count);
        return [.. pages.Select((page, index) => index == 0 ? page : WithoutFoot(WithoutHead(page, heads), feet))];
    }

    private static HashSet<string> Repeated(IEnumerable<string> blocks, int pages) =>
    [
        .. blocks.Where(block => block.Length is > 0 and <= LongestHead).GroupBy(Form, StringComparer.Ordinal)
            .Where(group => group.Count() >= Math.Max(FewestPages - 1, pages * ShareOfPages)).Select(group => group.Key),
    ];

    private static string WithoutHead(string page, HashSet<string> heads) =>
        heads.Contains(Form(FirstOf(page))) ? page[FirstOf(page).Length..].TrimStart('\n') : page;

    private static string WithoutFoot(string page, HashSet<string> feet) =>
        feet.Contains(Form(LastOf(page))) ? page[..^LastOf(page).Length].TrimEnd('\n') : page;

    private static string FirstOf(string page) => page.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var end ? page[..end] : page;

    private static string LastOf(string page) => page.LastIndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var start ? page[(start + 2)..] : page;

    // Page numbers differ from page to page; in the front matter they are Roman.
    private static string Form(string block) => PageNumber().Replace(block, "#");

    [GeneratedRegex(@"\b(?:[0-9]+|[ivxl]+)\b", RegexOptions.NonBacktracking)]
    private static partial Regex PageNumber();
}
