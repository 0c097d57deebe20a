namespace WebQA.TextBrowser.Fetching;

/// <summary>A page that lies in a folder.</summary>
/// <param name="Url">Its one canonical address.</param>
/// <param name="Place">Relative to the folder, with <c>/</c>.</param>
/// <param name="File">Full path.</param>
/// <param name="ContentType">By its extension.</param>
public sealed record FolderPage(Uri Url, string Place, string File, string ContentType);
