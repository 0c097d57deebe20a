using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebQA.Core.Browsing;

/// <summary>A page as text: a web page, a results page or an error message, all of one type. Immutable and safe to share.</summary>
/// <remarks>
/// <see cref="Text"/> is the marked text: unwrapped, LF line ends, links as <c>【id†text†domain】</c>. <see cref="PlainText"/> is the
/// same with links reduced to their words; find, quote and every reference offset (UTF-16 units) refer to it. WebGPT appendix A.
/// </remarks>
public sealed class TextPage
{
    private readonly Lazy<MarkedText> _marked;
    private readonly Lazy<string> _textSha256;
    private readonly Lazy<string> _pageSha256;
    private readonly Lazy<NormalizedText> _normalized;
    private readonly Lazy<bool> _hasReaderInstructions;
    private readonly Lock _wrapLock = new();
    private WrappedText? _wrapped;

    /// <summary>Creates a page from its parts.</summary>
    public TextPage(PageContent content, DateTimeOffset fetchedAt)
    {
        Content = content;
        FetchedAt = fetchedAt;
        _marked = new(() => MarkedText.Parse(content.Text));
        _textSha256 = new(() => Sha256(Encoding.UTF8.GetBytes(PlainText)));
        _pageSha256 = new(() => Sha256(content.ToJson()));
        _normalized = new(() => NormalizedText.Of(PlainText));
        _hasReaderInstructions = new(() => ReaderInstructions.AreIn(Title) || ReaderInstructions.AreIn(PlainText));
    }

    /// <summary>All that the page's identity is made of; the same bytes give the same content, always.</summary>
    public PageContent Content { get; }

    /// <summary>When the page was read; not part of its identity.</summary>
    public DateTimeOffset FetchedAt { get; }

    /// <inheritdoc cref="PageContent.Kind"/>
    public PageKind Kind => Content.Kind;

    /// <inheritdoc cref="PageContent.Url"/>
    public string Url => Content.Url;

    /// <inheritdoc cref="PageContent.Title"/>
    public string Title => Content.Title;

    /// <inheritdoc cref="PageContent.Domain"/>
    public string Domain => Content.Domain;

    /// <inheritdoc cref="PageContent.Text"/>
    public string Text => Content.Text;

    /// <inheritdoc cref="PageContent.Links"/>
    public IReadOnlyList<PageLink> Links => Content.Links;

    /// <summary>The title line of the observation: <c>title (domain)</c>, or the title alone for results and errors without a domain.</summary>
    public string DisplayTitle => Kind == PageKind.SearchResults || Domain.Length == 0 ? Title : $"{Title} ({Domain})";

    /// <summary>The text with links reduced to their words.</summary>
    public string PlainText => Marked.PlainText;

    /// <summary>The marked text, taken apart: maps offsets between the marked and the plain text.</summary>
    public MarkedText Marked => _marked.Value;

    /// <summary>The plain text in the form in which quotes and finds are matched.</summary>
    public NormalizedText Normalized => _normalized.Value;

    /// <summary>Whether the page seems to speak to machines that read it; a flag, see <see cref="ReaderInstructions"/>.</summary>
    public bool HasReaderInstructions => _hasReaderInstructions.Value;

    /// <summary>SHA-256 of <see cref="PlainText"/> in UTF-8, lower-case hex.</summary>
    public string TextSha256 => _textSha256.Value;

    /// <summary>SHA-256 of the page document (<see cref="PageContent.ToJson"/>), lower-case hex: the page's key in the archive.</summary>
    public string PageSha256 => _pageSha256.Value;

    /// <summary>The marked text wrapped at <paramref name="columns"/> graphemes; the last width asked for is kept.</summary>
    public WrappedText Wrap(int columns)
    {
        lock (_wrapLock)
        {
            if (_wrapped is null || _wrapped.Columns != columns)
            {
                _wrapped = WrappedText.Wrap(Text, columns);
            }
            return _wrapped;
        }
    }

    private static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>The part of a page that makes its identity. Stored as JSON in the archive, named by its SHA-256.</summary>
public sealed record PageContent
{
    /// <summary>What the page shows.</summary>
    public required PageKind Kind { get; init; }

    /// <summary>Where it was found in the end, after redirects; empty for a results page.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>What was asked for; differs from <see cref="Url"/> after a redirect. For a results page the query.</summary>
    public string RequestedUrl { get; init; } = string.Empty;

    /// <summary>The page's title on one line, reserved characters replaced.</summary>
    public required string Title { get; init; }

    /// <summary>The host as in the URL, Unicode form, nothing stripped; empty for a results page.</summary>
    public string Domain { get; init; } = string.Empty;

    /// <summary>Which view of the page this is.</summary>
    public PageView View { get; init; } = PageView.All;

    /// <summary>Marked text: unwrapped, LF line ends, links as <c>【id†text†domain】</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The links of the text, by id.</summary>
    public IReadOnlyList<PageLink> Links { get; init; } = [];

    /// <summary>BCP 47 language of the page where it says one.</summary>
    public string? Language { get; init; }

    /// <summary>Site, authors and dates where the page says them; null where it says none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PageMetadata? Metadata { get; init; }

    /// <summary>SHA-256 of the bytes as fetched (of a rendered page: the serialised DOM), lower-case hex; null for results and errors.</summary>
    public string? SnapshotSha256 { get; init; }

    /// <summary>Version of the rendering from bytes to text.</summary>
    public string Rendering { get; init; } = ObservationVersions.Rendering;

    /// <summary>The page document: UTF-8 JSON, the same for the same content.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, PageJson.Default.PageContent);

    /// <summary>Reads a page document.</summary>
    /// <exception cref="JsonException">The bytes are not a page document.</exception>
    public static PageContent FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, PageJson.Default.PageContent) ?? throw new JsonException("The page document is empty.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PageContent))]
internal sealed partial class PageJson : JsonSerializerContext;
