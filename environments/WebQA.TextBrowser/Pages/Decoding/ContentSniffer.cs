using System.Text;

namespace WebQA.TextBrowser.Pages.Decoding;

/// <summary>Decides what a page is by its declared type and its first bytes.</summary>
/// <remarks>
/// After the WHATWG MIME sniffing standard; differing where readers gain: a PDF is a PDF whatever its label says, and text with many control codes is
/// binary under every label.
/// </remarks>
public static class ContentSniffer
{
    private const int SniffedBytes = 1_445;
    private const int BinaryProbe = 4_096;

    private static readonly string[] HtmlOpenings =
    [
        "<!DOCTYPE HTML", "<HTML", "<HEAD", "<SCRIPT", "<IFRAME", "<H1", "<DIV", "<FONT", "<TABLE", "<A", "<STYLE", "<TITLE", "<B", "<BODY", "<BR", "<P", "<!--",
        "<META", "<UL", "<OL", "<ARTICLE", "<MAIN", "<SECTION", "<SPAN", "<FORM", "<FRAMESET", "<LINK",
    ];

    /// <summary>The form of a page's bytes.</summary>
    public static ContentForm Sniff(ContentTypeHeader type, ReadOnlySpan<byte> bytes)
    {
        if (IsPdf(bytes))
        {
            return ContentForm.Pdf;
        }
        var form = Declared(type.Essence) ?? Undeclared(bytes);
        return form is ContentForm.Html or ContentForm.Text && IsBinary(bytes) ? ContentForm.Binary : form;
    }

    private static ContentForm? Declared(string essence) => essence switch
    {
        "" or "unknown/unknown" or "application/unknown" or "*/*" or "application/octet-stream" or "binary/octet-stream" or "application/pdf" => null,
        "text/html" or "application/xhtml+xml" => ContentForm.Html,
        "application/json" or "application/xml" or "application/javascript" or "application/ecmascript" or "application/x-yaml" or "application/yaml"
            or "application/x-ndjson" or "application/jsonl" or "application/rtf" or "application/x-sh" or "application/x-tex" or "image/svg+xml" => ContentForm.Text,
        _ when essence.StartsWith("text/", StringComparison.Ordinal) => ContentForm.Text,
        _ when essence.EndsWith("+json", StringComparison.Ordinal) || essence.EndsWith("+xml", StringComparison.Ordinal) => ContentForm.Text,
        _ => ContentForm.Other,
    };

    private static ContentForm Undeclared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, SniffedBytes)]).TrimStart('ï', '»', '¿').TrimStart();
        if (OpensHtml(head) || head.StartsWith("<?xml", StringComparison.Ordinal) && head.Contains("<html", StringComparison.OrdinalIgnoreCase))
        {
            return ContentForm.Html;
        }
        return IsBinary(bytes) || HasArchiveMagic(head) ? ContentForm.Other : ContentForm.Text;
    }

    private static bool OpensHtml(string head) => Array.Exists(
        HtmlOpenings,
        opening => head.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
            && (opening == "<!--" || head.Length == opening.Length || head[opening.Length] is ' ' or '>' or '\t' or '\n' or '\r' or '\f'));

    private static bool HasArchiveMagic(string head) =>
        head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) || head.StartsWith("\u0089PNG", StringComparison.Ordinal)
        || head.StartsWith("GIF8", StringComparison.Ordinal) || head.StartsWith("\u00ff\u00d8\u00ff", StringComparison.Ordinal)
        || head.StartsWith("%!PS-Adobe-", StringComparison.Ordinal);

    /// <summary>The PDF header may stand behind up to 1,024 other bytes (ISO 32000, annex H), but not inside a page that opens as markup.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[..Math.Min(bytes.Length, 1_024)].IndexOf("%PDF-"u8);
        return at == 0 || at > 0 && !bytes[..at].Contains((byte)'<');
    }

    /// <summary>Whether more than a few, and more than one in fifty, of the first bytes are control codes that text does not use.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
        {
            return false;
        }
        var probe = bytes[..Math.Min(bytes.Length, BinaryProbe)];
        var controls = 0;
        foreach (var b in probe)
        {
            // ESC stays out of the count: ISO-2022-JP text switches its character sets by it.
            controls += b is <= 0x08 or 0x0B or (>= 0x0E and <= 0x1A) or (>= 0x1C and <= 0x1F) ? 1 : 0;
        }
        return controls > Math.Max(4, probe.Length / 50);
    }
}
