using System.Diagnostics;
using System.Text.Json;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pages.Decoding;

namespace WebQA.TextBrowser.Checks;

/// <summary>Reads a page of some encoding and compares its text, white space folded, with what the case expects.</summary>
public static class EncodingCheck
{
    /// <summary>Runs the cases of a file, in order.</summary>
    public static IEnumerable<CheckResult> RunAll(string path) => CaseFile.Read(path).Select(c => Run(c, CaseFile.FolderOf(path)));

    /// <summary>Runs a case.</summary>
    public static CheckResult Run(JsonElement testCase, string folder)
    {
        var bytes = CaseFile.Bytes(testCase, folder);
        if (testCase.GetProperty("expected").TryGetProperty("note", out var note) && note.GetString()!.Contains("chunk boundary", StringComparison.Ordinal))
        {
            // The mark of the chunk boundary is the test server's; it is not a part of the body.
            bytes = [.. bytes.Where(b => b != (byte)'|')];
        }
        var type = CaseFile.Text(testCase, "content_type") ?? "text/html";
        var url = new Uri("https://page.example/case");
        var watch = Stopwatch.StartNew();
        var header = ContentTypeHeader.Parse(type);
        var form = ContentSniffer.Sniff(header, bytes);
        var page = PageReader.ReadHtml(new PageSnapshot(url, url, type, bytes, DateTimeOffset.UnixEpoch));
        var encoding = PageDecoder.Decode(bytes, header.Charset, isMarkup: true).Encoding;
        var ms = watch.Elapsed.TotalMilliseconds;
        var expected = testCase.GetProperty("expected");
        var id = CaseFile.Text(testCase, "id") ?? string.Empty;
        var wanted = CaseFile.Text(expected, "text");
        if (form == ContentForm.Binary)
        {
            return new CheckResult(id, CaseFile.Text(expected, "outcome") ?? wanted ?? string.Empty, "error_binary_content", CaseFile.Text(expected, "outcome") == "error_binary_content", (long)ms);
        }
        var text = page is null ? string.Empty : PageCharacters.OneLine(page.All.PlainText);
        return new CheckResult(id, wanted ?? CaseFile.Text(expected, "outcome") ?? string.Empty, $"{encoding.Name}: {text}", Passes(id, wanted, text, page is not null), (long)ms);
    }

    /// <summary>Most cases give the text itself; some describe it.</summary>
    private static bool Passes(string id, string? wanted, string text, bool wasRead) => wanted switch
    {
        null => wasRead,
        "Привет or U+FFFD, never a crash" => text.Contains("Привет", StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal),
        "MARK + 3 x U+FFFD" => text.Contains("MARK", StringComparison.Ordinal) && text.Count(c => c == '\uFFFD') == 3,
        "MARK + U+F780 U+F7FF or replacement" => text.Contains("MARK", StringComparison.Ordinal) && (text.Contains('\uF780', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal)),
        _ => wasRead && text == PageCharacters.OneLine(wanted),
    };
}
