using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Tests.Pages;

/// <summary>The shared folder: the mini web and stored pages of the real one.</summary>
internal static class MiniWeb
{
    public static string Shared { get; } = Path.GetFullPath(Environment.GetEnvironmentVariable("WEBQA_SHARED") is { Length: > 0 } set ? set : Path.Combine(Root(), "..", "shared"));

    public static void SkipUnlessThere() =>
        Assert.SkipUnless(Directory.Exists(Shared), $"There is no shared data at '{Shared}'. Set WEBQA_SHARED to the folder that holds mini-web/, data/ and reference/.");

    /// <summary>The HTML pages by URL.</summary>
    public static IEnumerable<(string Path, PageSnapshot Snapshot)> HtmlPages()
    {
        var web = Path.Combine(Shared, "mini-web", "web");
        return Directory.EnumerateFiles(web, "*.html", SearchOption.AllDirectories)
            .Select(path => (path, Path.GetRelativePath(web, path).Replace('\\', '/')))
            .OrderBy(p => p.Item2, StringComparer.Ordinal)
            .Select(p => (p.path, PageFixtures.Snapshot(File.ReadAllBytes(p.path), "text/html", UrlOf(p.Item2))));
    }

    /// <summary>The mini web and every so many of the stored pages of the real web.</summary>
    public static IEnumerable<PageSnapshot> RealPages(int every) =>
        HtmlPages().Select(p => p.Snapshot).Concat(
            Directory.EnumerateFiles(Path.Combine(Shared, "data", "pages"), "*.html", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith("expected.html", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Where((_, i) => i % every == 0)
                .Select(path => PageFixtures.Snapshot(File.ReadAllBytes(path), "text/html")));

    /// <summary>Where a page of the mini web is found.</summary>
    public static string FileOf(string url) => Path.Combine(Shared, "mini-web", "web", url["https://".Length..] is var path && path.EndsWith('/') ? path + "index.html" : path + ".html");

    private static string UrlOf(string relative)
    {
        var path = relative[..^".html".Length];
        return "https://" + (path.EndsWith("/index", StringComparison.Ordinal) ? path[..^"index".Length] : path);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "WebQA.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException($"No WebQA.sln above '{AppContext.BaseDirectory}'.");
    }
}
