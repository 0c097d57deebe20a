using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Fetching;

/// <summary>What came of opening a URL.</summary>
/// <param name="Page">A web page or an error page.</param>
/// <param name="Snapshot">The bytes of the page; null for an error page.</param>
/// <param name="IsLasting">Whether opening it again would give the same; false for a time limit that was passed and the like.</param>
public sealed record OpenedPage(TextPage Page, PageSnapshot? Snapshot, bool IsLasting);
