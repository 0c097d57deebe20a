using System.Text;

namespace WebQA.TextBrowser.Pages.Decoding;

/// <summary>Finds the encoding that a page declares in its first bytes: <c>meta charset</c>, <c>meta http-equiv</c> or an XML declaration.</summary>
/// <remarks>WHATWG HTML §13.2.3.2, "prescan a byte stream". The first valid declaration wins.</remarks>
internal static class DeclarationScan
{
    private const int ScannedBytes = 4_096;

    /// <summary>The declared encoding; null where there is none that the web knows.</summary>
    public static WebEncoding? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, ScannedBytes)]);
        if (head.StartsWith("<?xml", StringComparison.Ordinal) && FromXml(head) is { } fromXml)
        {
            return fromXml;
        }
        for (var at = head.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < head.Length; at = head.IndexOf('<', at + 1))
        {
            if (head.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = head.IndexOf("-->", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    return null;
                }
                at = end;
            }
            else if (head.AsSpan(at).StartsWith("<meta", StringComparison.OrdinalIgnoreCase) && at + 5 < head.Length && (char.IsWhiteSpace(head[at + 5]) || head[at + 5] == '/')
                && FromMeta(head, at + 5) is { } fromMeta)
            {
                return fromMeta;
            }
        }
        return null;
    }

    private static WebEncoding? FromXml(string head)
    {
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        var at = end < 0 ? -1 : head.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        return at < 0 ? null : AsciiCompatible(WebEncoding.Find(Value(head[at..end], "encoding")));
    }

    private static WebEncoding? FromMeta(string head, int at)
    {
        string? charset = null;
        string? content = null;
        var isContentType = false;
        while (TagText.NextAttribute(head, ref at, out var name, out var value))
        {
            switch (head[name].ToLowerInvariant())
            {
                case "charset": charset ??= head[value]; break;
                case "content": content ??= head[value]; break;
                case "http-equiv": isContentType |= head[value].Trim().Equals("content-type", StringComparison.OrdinalIgnoreCase); break;
            }
        }
        return AsciiCompatible(WebEncoding.Find(charset ?? (isContentType && content is not null ? Value(content, "charset") : null)));
    }

    /// <summary>The value behind <c>name=</c>, quoted or not.</summary>
    private static string? Value(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        var equals = at < 0 ? -1 : text.IndexOf('=', at);
        if (equals < 0)
        {
            return null;
        }
        var rest = text[(equals + 1)..].Trim();
        return rest.Length > 0 && rest[0] is '"' or '\''
            ? rest[1..].Split(rest[0])[0]
            : rest.Split(' ', ';', '\t', '?')[0];
    }

    /// <summary>A declaration that could be read as ASCII cannot mean UTF-16 (it means UTF-8) nor x-user-defined (windows-1252).</summary>
    private static WebEncoding? AsciiCompatible(WebEncoding? encoding) =>
        encoding is null ? null : encoding.IsUtf16 ? WebEncoding.Utf8 : encoding.IsUserDefined ? WebEncoding.Windows1252 : encoding;
}
