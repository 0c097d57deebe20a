namespace WebQA.TextBrowser.Fetching;

/// <summary>The pages of a folder by their URLs: <c>&lt;host&gt;/&lt;path&gt;.html</c> is <c>https://&lt;host&gt;/&lt;path&gt;</c>, <c>index.html</c> is <c>/</c>; or as its <c>pages.jsonl</c> says, where it has one.</summary>
/// <remarks>
/// The folder is listed once, and URLs are looked up in the list: a path is never built from a URL, so none can lead out of the folder.
/// Links in the file system are not followed.
/// </remarks>
public sealed class FolderPages
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain",
        [".md"] = "text/plain",
    };

    private readonly Dictionary<string, FolderPage> _byExactAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FolderPage> _byAddress = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);

    private FolderPages(IReadOnlyList<FolderPage> all)
    {
        All = all;
        AddListed([.. all.Where(static p => p.Listed is not null)]);
        AddPlaced([.. all.Where(static p => p.Listed is null)]);
    }

    /// <summary>A folder without pages.</summary>
    public static FolderPages None { get; } = new([]);

    /// <summary>Every page, in ordinal order of the addresses.</summary>
    public IReadOnlyList<FolderPage> All { get; }

    /// <summary>Whether the folder has a list of its pages.</summary>
    public bool IsListed => All is [{ Listed: not null }, ..];

    /// <summary>Lists a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FormatException">Its <c>pages.jsonl</c> is damaged.</exception>
    public static FolderPages List(string folder)
    {
        if (File.Exists(Path.Combine(folder, PageList.FileName)))
        {
            return new FolderPages([.. PageList.Read(folder).OrderBy(p => p.Url.AbsoluteUri, StringComparer.Ordinal)]);
        }
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System };
        var pages = new List<FolderPage>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", options))
        {
            var place = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (place.Contains('/', StringComparison.Ordinal)
                && ContentTypes.TryGetValue(Path.GetExtension(file), out var contentType)
                && Uri.TryCreate($"https://{CanonicalPath(place)}", UriKind.Absolute, out var url))
            {
                pages.Add(new FolderPage(url, place, file, contentType));
            }
        }
        return new FolderPages([.. pages.OrderBy(p => p.Url.AbsoluteUri, StringComparer.Ordinal)]);
    }

    /// <summary>Whether the folder has pages of a host.</summary>
    public bool HasHost(Uri url) => _hosts.Contains(url.IdnHost);

    /// <summary>The page of a URL; null where the folder has none. Scheme and fragment do not count, and the query only where a page is listed with it.</summary>
    public FolderPage? Find(Uri url) =>
        url.Scheme is not ("https" or "http") ? null
        : _byExactAddress.GetValueOrDefault(ExactAddress(url)) ?? _byAddress.GetValueOrDefault(Address(url) + url.Query) ?? _byAddress.GetValueOrDefault(Address(url));

    private void AddListed(IReadOnlyList<FolderPage> pages)
    {
        foreach (var page in pages)
        {
            _hosts.Add(page.Url.IdnHost);
            _byExactAddress.TryAdd(ExactAddress(page.Url), page);
            _byAddress.TryAdd(Address(page.Url) + page.Url.Query, page);
        }
        foreach (var page in pages)
        {
            foreach (var alias in page.Listed!.Aliases ?? [])
            {
                if (Uri.TryCreate(alias, UriKind.Absolute, out var url))
                {
                    _byAddress.TryAdd(Address(url) + url.Query, page);
                }
            }
        }
    }

    /// <summary>The file named in full comes first, then the page without its extension; "x" is x.html before x/index.html.</summary>
    private void AddPlaced(IReadOnlyList<FolderPage> pages)
    {
        foreach (var page in pages)
        {
            _hosts.Add(page.Url.IdnHost);
            _byAddress.TryAdd($"{page.Url.IdnHost}/{page.Place[(page.Place.IndexOf('/', StringComparison.Ordinal) + 1)..]}", page);
        }
        foreach (var page in pages.OrderBy(static p => p.Place.EndsWith("/index.html", StringComparison.Ordinal)))
        {
            _byAddress.TryAdd(Address(page.Url), page);
        }
    }

    private static string ExactAddress(Uri url) => $"{url.IdnHost}{Port(url)}{url.PathAndQuery}";

    private static string Address(Uri url) => $"{url.IdnHost}{Port(url)}{Uri.UnescapeDataString(url.AbsolutePath).TrimEnd('/')}";

    private static string Port(Uri url) => url.IsDefaultPort ? string.Empty : $":{url.Port}";

    private static string CanonicalPath(string place)
    {
        var path = place.EndsWith("/index.html", StringComparison.Ordinal) ? place[..^"index.html".Length]
            : place.EndsWith(".html", StringComparison.Ordinal) ? place[..^".html".Length]
            : place;
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }
}
