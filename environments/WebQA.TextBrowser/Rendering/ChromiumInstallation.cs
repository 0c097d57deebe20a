namespace WebQA.TextBrowser.Rendering;

/// <summary>A browser of the Chromium family on this machine.</summary>
/// <param name="Path">Its executable.</param>
/// <param name="FoundBy">How it was found: <c>setting</c>, <c>path</c>, <c>usual place</c> or <c>playwright</c>.</param>
public sealed record ChromiumInstallation(string Path, string FoundBy);
