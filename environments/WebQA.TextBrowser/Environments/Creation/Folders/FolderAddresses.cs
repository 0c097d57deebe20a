namespace WebQA.TextBrowser.Environments.Creation.Folders;

/// <summary>Gives each file of a folder its address: a base and the file's place below it, so that relative links between pages lead where they should.</summary>
/// <remarks>
/// Where pages name their canonical addresses and most agree on where on the web they come from, that is the base of the part of the
/// folder that they lie in. A page's own canonical address alone would break relative links where a copy has other folders than its site.
/// </remarks>
internal sealed class FolderAddresses
{
    private readonly Uri _base;
    private readonly Home? _home;

    /// <summary>Where a part of the folder comes from.</summary>
    private sealed record Home(string Folder, string Base);

    /// <summary>Addresses below a base.</summary>
    /// <param name="baseUrl">Ends with a slash.</param>
    /// <param name="canonical">Places with the canonical addresses that their pages name.</param>
    public FolderAddresses(Uri baseUrl, IEnumerable<(string Place, Uri Url)> canonical)
    {
        _base = baseUrl;
        var homes = canonical.Select(c => HomeOf(c.Place, c.Url)).ToList();
        var most = homes.OfType<Home>().CountBy(static h => h).OrderByDescending(static h => h.Value).FirstOrDefault();
        _home = most.Value * 2 > homes.Count ? most.Key : null;
    }

    /// <summary>The address of a file; of an index page its folder's.</summary>
    public Uri Of(string place) =>
        _home is not null && place.StartsWith(_home.Folder, StringComparison.Ordinal)
            ? Below(_home.Base, WithoutIndex(place[_home.Folder.Length..]))
            : Below(_base.AbsoluteUri, WithoutIndex(place));

    /// <summary>Other addresses of it: the full name of an index page, and the one below the folder's own base.</summary>
    public IReadOnlyList<Uri> AliasesOf(string place)
    {
        var url = Of(place);
        var local = Below(_base.AbsoluteUri, place);
        Uri[] all = IsIndex(place) ? [new Uri(url, Uri.EscapeDataString(Path.GetFileName(place))), local] : [local];
        return [.. all.Where(a => a != url).Distinct()];
    }

    private static Uri Below(string root, string place) => new(root + string.Join('/', place.Split('/').Select(Uri.EscapeDataString)));

    private static bool IsIndex(string place) => Path.GetFileName(place) is "index.html" or "index.htm";

    private static string WithoutIndex(string place) => IsIndex(place) ? place[..(place.LastIndexOf('/') + 1)] : place;

    /// <summary>What is left of a place and of its canonical address when the path that they share is taken from their ends; null where they share none.</summary>
    private static Home? HomeOf(string place, Uri url)
    {
        var segments = place.Split('/');
        var path = url.AbsolutePath.Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (url.Query.Length > 0 || segments[^1] != path[^1] && !(path[^1].Length == 0 && IsIndex(place)))
        {
            return null;
        }
        var shared = 1;
        while (shared < segments.Length && shared < path.Length - 1 && segments[^(shared + 1)] == path[^(shared + 1)])
        {
            shared++;
        }
        var root = string.Join('/', path[..^shared].Select(Uri.EscapeDataString));
        return new Home(string.Concat(segments[..^shared].Select(static s => s + "/")), $"{url.Scheme}://{url.Authority}{root}/");
    }
}
