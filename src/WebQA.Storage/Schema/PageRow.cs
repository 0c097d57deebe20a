namespace WebQA.Storage.Schema;

/// <summary>A page of the archive; its document, text and bytes lie in <c>pages/</c> under their hashes.</summary>
public sealed class PageRow
{
    /// <summary>SHA-256 of the page document.</summary>
    public required string PageSha256 { get; set; }

    /// <summary>SHA-256 of the plain text.</summary>
    public required string TextSha256 { get; set; }

    /// <summary>SHA-256 of the bytes as fetched; null for results and errors.</summary>
    public string? SnapshotSha256 { get; set; }

    /// <summary>What the page shows: 0 web, 1 results, 2 error.</summary>
    public int Kind { get; set; }

    /// <summary>Where it was found.</summary>
    public required string Url { get; set; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>Content type as the server said it; null where nothing was fetched.</summary>
    public string? ContentType { get; set; }

    /// <summary>Whether a browser made the bytes.</summary>
    public bool IsRendered { get; set; }

    /// <summary>When this content was first read, UTC ticks of 100 ns.</summary>
    public long FetchedAt { get; set; }
}

/// <summary>When an address last gave a page, so that it need not be fetched again.</summary>
public sealed class PageReadRow
{
    /// <summary>What was asked for.</summary>
    public required string RequestedUrl { get; set; }

    /// <summary>The page it gave.</summary>
    public required string PageSha256 { get; set; }

    /// <summary>When it last gave it, UTC ticks of 100 ns.</summary>
    public long FetchedAt { get; set; }
}
