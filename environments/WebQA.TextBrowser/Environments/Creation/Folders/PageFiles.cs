namespace WebQA.TextBrowser.Environments.Creation.Folders;

/// <summary>Files that may be pages, by their names.</summary>
internal static class PageFiles
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".xhtml"] = "application/xhtml+xml",
        [".xht"] = "application/xhtml+xml",
        [".pdf"] = "application/pdf",
        [".md"] = "text/markdown",
        [".markdown"] = "text/markdown",
        [".mkd"] = "text/markdown",
        [".txt"] = "text/plain",
        [".text"] = "text/plain",
        [".rst"] = "text/x-rst",
        [".adoc"] = "text/asciidoc",
        [".asciidoc"] = "text/asciidoc",
        [".org"] = "text/org",
        [""] = string.Empty, // README, COPYING: their bytes decide.
    };

    /// <summary>The content type of a file's name; null where it is none of a page.</summary>
    public static string? TypeOf(string place) => ContentTypes.GetValueOrDefault(Path.GetExtension(place));

    /// <summary>Whether the name is one of HTML.</summary>
    public static bool IsHtml(string place) => TypeOf(place) is "text/html" or "application/xhtml+xml";
}
