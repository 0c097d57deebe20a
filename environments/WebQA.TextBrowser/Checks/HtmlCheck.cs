using System.Diagnostics;
using System.Text.Json;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pages.Html;

namespace WebQA.TextBrowser.Checks;

/// <summary>Reads a hostile HTML page and judges what became of it: the words it must and must not show, its links, the form of its text, time and memory.</summary>
public static class HtmlCheck
{
    /// <summary>Runs the cases of a file, in order.</summary>
    public static IEnumerable<CheckResult> RunAll(string path, double timeFactor = 1) => CaseFile.Read(path).Select(c => Run(c, CaseFile.FolderOf(path), timeFactor));

    /// <summary>Runs a case.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="folder">Where its file stands.</param>
    /// <param name="timeFactor">The time allowed, as a multiple of the case's limit.</param>
    public static CheckResult Run(JsonElement testCase, string folder, double timeFactor = 1)
    {
        var id = CaseFile.Text(testCase, "id") ?? string.Empty;
        var bytes = CaseFile.Bytes(testCase, folder);
        var snapshot = new PageSnapshot(new Uri("https://page.example/case"), new Uri("https://page.example/case"), "text/html; charset=utf-8", bytes, DateTimeOffset.UnixEpoch);
        // What the process held before is not the page's.
        var before = Environment.WorkingSet;
        var watch = Stopwatch.StartNew();
        var page = PageReader.ReadHtml(snapshot);
        var ms = watch.Elapsed.TotalMilliseconds;
        var faults = page is null ? ["it was not read as HTML"] : Faults(testCase, page).ToList();
        if (CaseFile.Number(testCase, "max_seconds") is { } seconds && ms > seconds * 1_000 * timeFactor)
        {
            faults.Add($"it took {ms:F0} ms");
        }
        if (CaseFile.Number(testCase, "max_rss_mb") is { } megabytes && Environment.WorkingSet - before > megabytes * 1024 * 1024)
        {
            faults.Add($"the process grew by {(Environment.WorkingSet - before) / (1024 * 1024)} MiB");
        }
        var outcome = faults.Count > 0 ? string.Join("; ", faults) : page!.All.IsCut ? "truncated" : page.All.Text.Length == 0 ? "empty" : "text";
        return new CheckResult(id, CaseFile.Text(testCase.GetProperty("expected"), "outcome") ?? "text", outcome, faults.Count == 0, (long)ms);
    }

    private static IEnumerable<string> Faults(JsonElement testCase, HtmlPage page)
    {
        foreach (var wanted in CaseFile.Texts(testCase, "must_contain").Where(w => !page.All.PlainText.Contains(Unescaped(w), StringComparison.Ordinal)))
        {
            yield return $"the text lacks '{wanted}'";
        }
        foreach (var unwanted in CaseFile.Texts(testCase, "must_not_contain").Where(w => page.All.Text.Contains(w, StringComparison.Ordinal)))
        {
            yield return $"the text has '{unwanted}'";
        }
        if (CaseFile.Number(testCase, "links") is { } links && links != page.All.Links.Count)
        {
            yield return $"there are {page.All.Links.Count} links";
        }
        if (page.All.Text.Length > HtmlReader.MaxTextLength + 200)
        {
            yield return "the text is longer than its limit";
        }
        if (page.All.Text.FirstOrDefault(IsForbidden) is var forbidden and not '\0')
        {
            yield return $"the text holds U+{(int)forbidden:X4}";
        }
        if (page.Title.Contains('\n', StringComparison.Ordinal))
        {
            yield return "the title has two lines";
        }
        if (page.All.Links.FirstOrDefault(l => l.Text.Length > MarkedTextWriter.MaxLinkText || l.Url.Length > LinkTable.MaxUrlLength * 3) is { } link)
        {
            yield return $"link {link.Id} is too long";
        }
    }

    /// <summary>Control codes, line ends other than LF, bidirectional controls, and halves of tag characters have no place in page text.</summary>
    private static bool IsForbidden(char c) =>
        c is < ' ' and not ('\n' or '\t') or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uDB40';

    /// <summary>Some cases write a character as <c>\u20ac</c>.</summary>
    private static string Unescaped(string text) => text.Replace("\\u20ac", "€", StringComparison.Ordinal);
}
