using System.Globalization;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Protocols;

/// <summary>kiwix-serve, a library of ZIM files for offline reading: <c>GET {root}/search?pattern=…&amp;format=xml</c>, no key.</summary>
/// <remarks>Results are opened as the ZIM file holds them (<c>{root}/raw/{book}/content/{path}</c>), without the reader that kiwix-serve puts around them. A query in the address narrows the search to books: <c>?books.name=wikipedia_en_all</c>.</remarks>
public sealed class KiwixProtocol : EngineProtocol
{
    private const string SearchPath = "search";

    /// <inheritdoc/>
    public override string Name => "kiwix";

    /// <inheritdoc/>
    public override string Title => "Kiwix";

    /// <inheritdoc/>
    public override EngineCapabilities Capabilities { get; } = new()
    {
        HasPaging = true, HasLanguages = true, NeedsEndpoint = true, HoldsPages = true, MaxResults = 140, RequestsPerMinute = 3_000,
    };

    /// <inheritdoc/>
    public override HttpRequestMessage CreateRequest(EngineRequest request)
    {
        var search = new UriBuilder(Below(request.Endpoint, SearchPath)) { Query = request.Endpoint.Query }.Uri;
        var message = Get(search, ("pattern", request.Query), ("format", "xml"), ("pageLength", Number(request.Count)), ("books.filter.lang", ThreeLetters(request.Language)));
        message.Headers.Accept.Clear();
        return message;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SearchResult> ReadResults(EngineReply reply, EngineRequest request)
    {
        using var reader = XmlReader.Create(new StringReader(reply.Text.TrimStart()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var channel = XDocument.Load(reader).Root?.Element("channel") ?? throw new XmlException("It is no list of results.");
        return [.. channel.Elements("item").Select(item => new SearchResult(
            ResultText.OneLine(item.Element("title")?.Value ?? string.Empty),
            Raw(request.Endpoint, item.Element("link")?.Value ?? string.Empty),
            ResultText.OfHtml(string.Concat(item.Element("description")?.Nodes().Select(static n => n is XText text ? text.Value : n.ToString(SaveOptions.DisableFormatting)) ?? [])).Trim('.', ' ')))];
    }

    /// <summary>It gives pages with every word and knows no OR.</summary>
    public override IEnumerable<IReadOnlyList<string>> Looser(IReadOnlyList<string> terms) => terms.Count == 2
        ? [terms]
        : [[.. terms.Select((_, left) => string.Join(' ', terms.Where((_, i) => i != left)))], terms];

    /// <inheritdoc/>
    public override EngineFaultException? Explain(EngineReply reply, EngineRequest request) => reply.Status switch
    {
        HttpStatusCode.BadRequest when Detail(reply) is { Length: > 0 } detail => new(
            EngineFault.BadRequest, $"Kiwix at {request.Endpoint.Authority} does not take the search: {detail.TrimEnd('.')}.",
            "Where its books have several languages, set 'language' of the engine; where none has that language, leave it out; a book is named in the address, '?books.name=…'."),
        HttpStatusCode.NotFound => new(
            EngineFault.NotAnAnswer, $"Kiwix at {request.Endpoint.Authority} has no full-text search (HTTP 404).",
            "Serve a ZIM file with a full-text index ('_ftindex:yes' in its tags), and check that the address is the root of kiwix-serve."),
        _ => null,
    };

    /// <summary>Where the ZIM file's own page lies. kiwix-serve links to <c>/book/path</c>, since version 3.5 to <c>/content/book/path</c>.</summary>
    private static string Raw(Uri endpoint, string link)
    {
        var root = Below(endpoint, SearchPath).AbsolutePath[..^SearchPath.Length];
        if (!Uri.TryCreate(endpoint, link, out var page) || !page.AbsolutePath.StartsWith(root, StringComparison.Ordinal))
        {
            return string.Empty;
        }
        var path = page.AbsolutePath[root.Length..];
        path = path.StartsWith("content/", StringComparison.Ordinal) ? path["content/".Length..] : path;
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0 ? string.Empty : $"{page.GetLeftPart(UriPartial.Authority)}{root}raw/{path[..slash]}/content{path[slash..]}{page.Query}";
    }

    /// <summary>The last of its reasons; what it sends is not quite XML.</summary>
    private static string Detail(EngineReply reply)
    {
        const string Opening = "<detail>";
        var text = reply.Text;
        var start = text.LastIndexOf(Opening, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf("</", start, StringComparison.Ordinal);
        return end < 0 ? string.Empty : ResultText.OfHtml(text[(start + Opening.Length)..end]);
    }

    /// <summary>ZIM files name languages by three letters (ISO 639-3).</summary>
    private static string? ThreeLetters(string? language)
    {
        if (language is null)
        {
            return null;
        }
        try
        {
            var letters = CultureInfo.GetCultureInfo(language).ThreeLetterISOLanguageName;
            return letters is { Length: 3 } and not "ivl" ? letters : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
