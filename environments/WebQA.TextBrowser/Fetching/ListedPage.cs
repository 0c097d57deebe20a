using System.Text.Json.Serialization;

namespace WebQA.TextBrowser.Fetching;

/// <summary>A line of a folder's list of pages, <c>pages.jsonl</c>.</summary>
public sealed record ListedPage
{
    /// <summary>The page's address, query included.</summary>
    public required string Url { get; init; }

    /// <summary>Other addresses under which links may name it; null for none.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Content type, as a server would say it.</summary>
    public required string Type { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex; the file is <c>ab/abcd…</c>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Number of bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>When the page was fetched from its site; null where it was a file.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where the file lies in the folder.</summary>
    [JsonIgnore]
    public string Place => $"{Sha256[..2]}/{Sha256}";
}
