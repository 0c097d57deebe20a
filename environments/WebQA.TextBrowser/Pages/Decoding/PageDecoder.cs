using System.Text.Unicode;

namespace WebQA.TextBrowser.Pages.Decoding;

/// <summary>Bytes to characters: byte order mark, then the header, then the page's own declaration, then UTF-8 where it is valid, then windows-1252.</summary>
/// <remarks>WHATWG HTML §13.2.3.2. Two choices of ours: declarations are looked for in 4,096 bytes rather than 1,024, and undeclared valid UTF-8 wins.</remarks>
public static class PageDecoder
{
    /// <summary>Decodes a page's bytes.</summary>
    public static (string Text, WebEncoding Encoding) Decode(ReadOnlySpan<byte> bytes, string? headerCharset, bool isMarkup)
    {
        var (encoding, skipped) = Detect(bytes, headerCharset, isMarkup);
        return (encoding.Decode(bytes[skipped..]), encoding);
    }

    private static (WebEncoding Encoding, int Skipped) Detect(ReadOnlySpan<byte> bytes, string? headerCharset, bool isMarkup)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return (WebEncoding.Utf8, 3);
            case [0xFE, 0xFF, ..]: return (WebEncoding.Utf16BigEndian, 2);
            case [0xFF, 0xFE, ..]: return (WebEncoding.Utf16LittleEndian, 2);
        }
        var declared = WebEncoding.Find(headerCharset) ?? (isMarkup ? DeclarationScan.Find(bytes) : null);
        return (declared ?? (IsUtf8(bytes) ? WebEncoding.Utf8 : WebEncoding.Windows1252), 0);
    }

    /// <summary>Whether all bytes are valid UTF-8, but for a character cut off at the end (the body may have been cut at a byte limit).</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return cut == 0 || bytes[^cut] >= 0xC0;
            }
        }
        return false;
    }
}
