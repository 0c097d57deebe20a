namespace WebQA.TextBrowser.Fetching;

/// <summary>A page that lies in a folder.</summary>
/// <param name="Url">Its one canonical address.</param>
/// <param name="Place">Relative to the folder, with <c>/</c>.</param>
/// <param name="File">Full path.</param>
/// <param name="ContentType">By its extension, or as the folder's list says.</param>
public sealed record FolderPage(Uri Url, string Place, string File, string ContentType)
{
    /// <summary>What a list says of the page beyond that; null where its place says all.</summary>
    public ListedPage? Listed { get; init; }
}
