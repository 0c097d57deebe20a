namespace WebQA.TextBrowser.Fetching;

/// <summary>Where a web archive is asked.</summary>
/// <param name="Availability">Says what copies there are; the page's address is added as <c>?url=</c>.</param>
/// <param name="Copies">Below it lie the copies: <c>&lt;time&gt;id_/&lt;address&gt;</c> is a page as its site sent it.</param>
public sealed record WebArchive(Uri Availability, Uri Copies)
{
    /// <summary>The Wayback Machine of the Internet Archive.</summary>
    public static WebArchive Wayback { get; } = new(new Uri("https://archive.org/wayback/available"), new Uri("https://web.archive.org/web/"));
}
