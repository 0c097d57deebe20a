using System.IO.Compression;
using System.Text;
using System.Xml;

namespace WebQA.TextBrowser.Environments.Creation.Sites;

/// <summary>A sitemap: the pages that a site names, or other sitemaps.</summary>
/// <param name="Pages">Addresses as they stand there.</param>
/// <param name="Sitemaps">Addresses of more sitemaps.</param>
/// <remarks>sitemaps.org protocol 0.9: XML, an index, or a text file of addresses, each of them maybe gzip.</remarks>
internal sealed record Sitemap(IReadOnlyList<string> Pages, IReadOnlyList<string> Sitemaps)
{
    /// <summary>Bytes that are read, unpacked; the protocol's own bound.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    private const int LongestAddress = 8_192;

    /// <summary>Reads a sitemap as far as it is in order.</summary>
    /// <returns>Null for what is no sitemap.</returns>
    public static Sitemap? Read(ReadOnlyMemory<byte> bytes)
    {
        var content = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? Unpacked(bytes) : bytes.ToArray();
        var head = Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, 1_024)).TrimStart('\uFEFF').TrimStart();
        return head.StartsWith('<') ? ReadXml(content) : ReadText(content);
    }

    private static Sitemap? ReadText(byte[] content)
    {
        var lines = Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && Array.TrueForAll(lines, static l => l.StartsWith("http", StringComparison.OrdinalIgnoreCase)) ? new Sitemap(lines, []) : null;
    }

    private static Sitemap? ReadXml(byte[] content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        var (pages, sitemaps) = (new List<string>(), new List<string>());
        var isSitemap = false;
        var entry = string.Empty;
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(content), settings);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }
                isSitemap |= xml is { Depth: 0, LocalName: "urlset" or "sitemapindex" };
                entry = xml.Depth == 1 ? xml.LocalName : entry;
                if (isSitemap && xml is { Depth: 2, LocalName: "loc" } && Text(xml) is { Length: > 0 and <= LongestAddress } address)
                {
                    (entry == "sitemap" ? sitemaps : pages).Add(address);
                }
            }
        }
        catch (XmlException)
        {
            // What stood before the fault counts: sites cut their sitemaps off.
        }
        return isSitemap ? new Sitemap(pages, sitemaps) : null;
    }

    /// <summary>The text of an element that holds nothing else; leaves the reader on its end.</summary>
    private static string Text(XmlReader xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            text.Append(xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? xml.Value : string.Empty);
        }
        return text.ToString().Trim();
    }

    private static byte[] Unpacked(ReadOnlyMemory<byte> bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; content.Length < MaxBytes && (read = gzip.Read(buffer)) > 0; content.Write(buffer, 0, read))
            {
            }
        }
        catch (InvalidDataException)
        {
            // As above.
        }
        return content.ToArray();
    }
}
