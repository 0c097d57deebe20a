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

    /// <summary>Whether a page ended early, so that it is worth asking for again.</summary>
    public static bool IsEarlyEnd(TextPage page) => page.Text.EndsWith($"[{EndedEarly}]", StringComparison.Ordinal);
}
