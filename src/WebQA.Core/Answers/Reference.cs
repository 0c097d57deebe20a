namespace WebQA.Core.Answers;

/// <summary>What a quote leaves behind: a verbatim slice of a stored page. Title, URL and date come from the page, never from a policy's text.</summary>
/// <param name="Id">1-based, in quoting order.</param>
/// <param name="Url">What was asked for.</param>
/// <param name="FinalUrl">Where the page was found, after redirects.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Domain">The host as in the URL, Unicode form.</param>
/// <param name="PageSha256">Key of the page document in the archive.</param>
/// <param name="TextSha256">SHA-256 of the plain text in which <paramref name="Start"/> and <paramref name="Length"/> lie.</param>
/// <param name="SnapshotSha256">SHA-256 of the bytes as fetched.</param>
/// <param name="Start">Offset in the plain text, UTF-16 units.</param>
/// <param name="Length">Length in the plain text, UTF-16 units.</param>
/// <param name="Extract">The plain text's own slice.</param>
/// <param name="FetchedAt">When the page was read.</param>
public sealed record Reference(
    int Id,
    string Url,
    string FinalUrl,
    string Title,
    string Domain,
    string PageSha256,
    string TextSha256,
    string? SnapshotSha256,
    int Start,
    int Length,
    string Extract,
    DateTimeOffset FetchedAt);
