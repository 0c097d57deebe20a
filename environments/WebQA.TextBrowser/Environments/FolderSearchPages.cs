using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Environments;

/// <summary>The pages of an environment's folder as its index reads them: by the same ladder by which policies open them.</summary>
internal sealed class FolderSearchPages(FolderPages pages, FetchLadder ladder, string hash) : ISearchablePages
{
    /// <summary>The pages and the rendering.</summary>
    public string Version { get; } = $"{hash[..16]}-{ObservationVersions.Rendering}";

    public IReadOnlyList<Uri> Urls { get; } = [.. pages.All.Select(p => p.Url)];

    public async Task<TextPage> ReadAsync(Uri url, CancellationToken cancellationToken = default) =>
        (await ladder.OpenAsync(url, cancellationToken)).Page;
}
