using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages;

/// <summary>What a reader is told, below the text, of a page that is not all there.</summary>
public static class PageNotes
{
    /// <summary>The connection broke off; asking again may bring the whole page.</summary>
    public const string EndedEarly = "The page was cut here: its site stopped before it had sent all of it.";

    /// <summary>A page of more bytes than are read.</summary>
    /// <param name="bytes">Those that are.</param>
    public static string CutAfter(int bytes) => bytes >= 1 << 20
        ? $"The page was cut here: only its first {bytes / (1024 * 1024)} MiB are read."
        : $"The page was cut here: only its first {bytes:N0} bytes are read.";

    private const string NotRun = "The scripts of this page were not run, so some of its text may be missing. ";

    /// <summary>A page that wants a browser, as it is without one.</summary>
    /// <param name="reason">Why no browser read it, and what to do.</param>
    public static string WithoutScripts(string reason) => NotRun + PageCharacters.OneLine(reason);

    /// <summary>Whether a page ended early or lacks what its scripts would have made, so that it is worth asking for again.</summary>
    public static bool IsPart(TextPage page) => page.Text.EndsWith($"[{EndedEarly}]", StringComparison.Ordinal)
        || page.Text.AsSpan(page.Text.LastIndexOf('\n') + 1).StartsWith($"[{NotRun}", StringComparison.Ordinal);
}
