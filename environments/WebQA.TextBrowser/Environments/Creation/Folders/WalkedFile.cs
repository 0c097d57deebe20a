namespace WebQA.TextBrowser.Environments.Creation.Folders;

/// <summary>A file of a folder, or why something in it is left out.</summary>
/// <param name="Place">Relative to the folder, with <c>/</c>.</param>
/// <param name="Path">Full path.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Reason">Why it is left out; null for a file to look at.</param>
internal sealed record WalkedFile(string Place, string Path, long Length, string? Reason);
