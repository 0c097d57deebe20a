using WebQA.Cli.Hosting;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.Cli.Pages;

/// <summary>Gets pages from files and URLs, and reads them as the text browser does.</summary>
internal sealed class PageSource(IPageReader reader, IPageArchive archive, HttpPageFetcher web, TimeProvider clock)
{
    /// <summary>Larger files are no pages.</summary>
    private const long LargestFile = 100_000_000;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html", [".htm"] = "text/html", [".xhtml"] = "application/xhtml+xml", [".pdf"] = "application/pdf",
        [".txt"] = "text/plain", [".md"] = "text/markdown", [".json"] = "application/json", [".xml"] = "application/xml", [".csv"] = "text/csv",
    };

    /// <summary>A page, or why there is none; an unreadable page is a page of kind error with its fault.</summary>
    public sealed record Shown(TextPage? Page, Fault? Fault);

    /// <summary>What went wrong.</summary>
    /// <param name="Message">For a person.</param>
    /// <param name="IsRefusal">A guard refused the address.</param>
    public sealed record Fault(string Message, bool IsRefusal);

    /// <summary>The page files below a folder, sorted by path.</summary>
    public static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => ContentTypes.ContainsKey(Path.GetExtension(f)))
            .Order(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">It is too large to be a page.</exception>
    public async Task<Shown> ReadFileAsync(string file, string name, PageView? view, CancellationToken cancellationToken)
    {
        if (new FileInfo(file).Length > LargestFile)
        {
            throw new UsageException($"'{name}' is larger than {LargestFile / 1_000_000} MB; that is no page.");
        }
        var url = new Uri(Path.GetFullPath(file));
        var type = ContentTypes.GetValueOrDefault(Path.GetExtension(file), string.Empty);
        return await ReadAsync(new PageSnapshot(url, url, type, await File.ReadAllBytesAsync(file, cancellationToken), clock.GetUtcNow()), view, cancellationToken);
    }

    /// <summary>Opens a URL in an environment, which keeps the page in the archive.</summary>
    /// <exception cref="UsageException">It is neither a URL nor a file or folder that exists.</exception>
    public async Task<Shown> OpenAsync(string source, IEnvironment environment, PageView? view, CancellationToken cancellationToken)
    {
        var url = UrlOf(source);
        if (url.Scheme is not ("http" or "https"))
        {
            return new Shown(null, new Fault($"Only http and https addresses are opened; '{url.Scheme}' is refused.", IsRefusal: true));
        }
        var page = await environment.OpenAsync(url.AbsoluteUri, cancellationToken);
        if (page.Kind == PageKind.Error)
        {
            return new Shown(page, new Fault(page.Title, IsRefusal: false));
        }
        return view is { } wanted && wanted != page.Content.View ? await InViewAsync(page, wanted, cancellationToken) : new Shown(page, null);
    }

    /// <summary>Opens a URL on the real web. The guard refuses what is not on the public web.</summary>
    /// <exception cref="UsageException">It is neither a URL nor a file or folder that exists.</exception>
    public async Task<Shown> OpenLiveAsync(string source, PageView? view, CancellationToken cancellationToken) =>
        await web.FetchAsync(UrlOf(source), cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => await ReadAsync(fetched.Snapshot, view, cancellationToken),
            FetchOutcome.Failed failed => new Shown(null, new Fault(failed.Message, HttpPageFetcher.IsRefusal(failed))),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };

    private static Uri UrlOf(string source) => Uri.TryCreate(source, UriKind.Absolute, out var url) && !url.IsFile
        ? url
        : throw new UsageException($"There is no file or folder '{source}', and it is not a URL (https://...).");

    /// <summary>The same page in the other view, from the bytes that the archive keeps of it.</summary>
    private async Task<Shown> InViewAsync(TextPage page, PageView view, CancellationToken cancellationToken)
    {
        if (page.Content.SnapshotSha256 is not { } key || await archive.ReadBlobAsync(key, cancellationToken) is not { } bytes)
        {
            return new Shown(page, null);
        }
        var snapshot = new PageSnapshot(new Uri(page.Content.RequestedUrl), new Uri(page.Url), string.Empty, bytes, page.FetchedAt);
        return await ReadAsync(snapshot, view, cancellationToken);
    }

    private async Task<Shown> ReadAsync(PageSnapshot snapshot, PageView? view, CancellationToken cancellationToken)
    {
        var page = await reader.ReadAsync(snapshot, view, cancellationToken);
        return new Shown(page, page.Kind == PageKind.Error ? new Fault(page.Title, IsRefusal: false) : null);
    }
}
