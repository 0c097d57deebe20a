using WebQA.Core.Browsing;

namespace WebQA.Cli.Pages;

/// <summary>A page as JSON: what it shows, and the hashes under which it would be archived.</summary>
/// <remarks>
/// The source is as named on the command line, or the file's path in the folder. The text is marked (links as <c>【id†text†domain】</c>);
/// quotes refer to the plain text.
/// </remarks>
internal sealed record PageDocument(
    string Source,
    string Url,
    string Title,
    string Domain,
    PageKind Kind,
    PageView View,
    string? Language,
    PageMetadata? Metadata,
    string Text,
    string PlainText,
    IReadOnlyList<PageLink> Links,
    string PageSha256,
    string TextSha256,
    string? SnapshotSha256,
    string Rendering,
    IReadOnlyList<string> Flags)
{
    public static PageDocument Of(string source, TextPage page) => new(
        source,
        page.Url,
        page.Title,
        page.Domain,
        page.Kind,
        page.Content.View,
        page.Content.Language,
        page.Content.Metadata,
        page.Text,
        page.PlainText,
        page.Links,
        page.PageSha256,
        page.TextSha256,
        page.Content.SnapshotSha256,
        page.Content.Rendering,
        page.HasReaderInstructions ? [ReaderInstructions.Flag] : []);
}
