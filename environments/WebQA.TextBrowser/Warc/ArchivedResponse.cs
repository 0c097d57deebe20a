using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace WebQA.TextBrowser.Warc;

/// <summary>An HTTP response as an archive keeps it, with its body unpacked.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">As the server said it; empty where it did not.</param>
/// <param name="Body">Without chunks and codings; null where it is larger than was asked for.</param>
internal sealed record ArchivedResponse(int Status, string ContentType, ReadOnlyMemory<byte>? Body)
{
    private const int LongestHead = 256 * 1024;

    /// <summary>Reads the block of a record of type <c>application/http</c>.</summary>
    /// <param name="block">Status line, header, body.</param>
    /// <param name="most">Most bytes of the unpacked body.</param>
    /// <exception cref="InvalidDataException">It is no HTTP response, or its body cannot be unpacked; the message says why.</exception>
    public static ArchivedResponse Read(ReadOnlyMemory<byte> block, int most)
    {
        var head = block.Span[..Math.Min(block.Length, LongestHead)];
        var (end, body) = head.IndexOf("\r\n\r\n"u8) is >= 0 and var crlf ? (crlf, crlf + 4)
            : head.IndexOf("\n\n"u8) is >= 0 and var lf ? (lf, lf + 2)
            : throw new InvalidDataException("its HTTP header has no end");
        var lines = Encoding.Latin1.GetString(head[..end]).Split('\n').Select(static l => l.TrimEnd('\r')).ToArray();
        var status = lines[0].StartsWith("HTTP/", StringComparison.Ordinal) && lines[0].Split(' ') is [_, var code, ..]
            && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException("it is no HTTP response");
        ReadOnlyMemory<byte>? bytes = Field(lines, "Transfer-Encoding").Contains("chunked", StringComparison.OrdinalIgnoreCase) ? Dechunked(block[body..]) : block[body..];
        foreach (var coding in Field(lines, "Content-Encoding").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            bytes = bytes is { } packed ? Unpacked(packed, coding.ToLowerInvariant(), most) : null;
        }
        return new ArchivedResponse(status, Field(lines, "Content-Type"), bytes?.Length > most ? null : bytes);
    }

    private static string Field(string[] lines, string name)
    {
        var line = Array.Find(lines, l => l.StartsWith(name, StringComparison.OrdinalIgnoreCase) && l.Length > name.Length && l[name.Length] == ':');
        return line?[(name.Length + 1)..].Trim() ?? string.Empty;
    }

    /// <summary>The body without its chunks. Many archives keep the header of a body that they had joined already; such a body is left as it is, and one that is cut off is kept as far as it goes.</summary>
    private static ReadOnlyMemory<byte> Dechunked(ReadOnlyMemory<byte> body)
    {
        using var whole = new MemoryStream(body.Length);
        var rest = body.Span;
        while (ChunkLength(rest, out var line) is { } length)
        {
            rest = rest[line..];
            whole.Write(rest[..Math.Min(length, rest.Length)]);
            if (length == 0 || length >= rest.Length)
            {
                return whole.ToArray();
            }
            rest = rest[length..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest;
        }
        return whole.Length > 0 ? whole.ToArray() : body;
    }

    private static int? ChunkLength(ReadOnlySpan<byte> bytes, out int line)
    {
        line = bytes[..Math.Min(bytes.Length, 1_024)].IndexOf((byte)'\n') + 1;
        var text = Encoding.Latin1.GetString(bytes[..line]).Split(';')[0].Trim();
        return line > 0 && int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) && length >= 0 ? length : null;
    }

    /// <summary>The body unpacked; one that is not what its header says was unpacked before it was archived. Null where it is too large.</summary>
    private static ReadOnlyMemory<byte>? Unpacked(ReadOnlyMemory<byte> body, string coding, int most)
    {
        switch (coding)
        {
            case "identity":
                return body;
            case "gzip" or "x-gzip":
                return body.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? Copied(static s => new GZipStream(s, CompressionMode.Decompress), body, most) : body;
            case "deflate":
                return body.Span is [0x78, ..]
                    ? Copied(static s => new ZLibStream(s, CompressionMode.Decompress), body, most)
                    : Copied(static s => new DeflateStream(s, CompressionMode.Decompress), body, most);
            case "br":
                return Copied(static s => new BrotliStream(s, CompressionMode.Decompress), body, most);
            default:
                throw new InvalidDataException($"its coding '{coding[..Math.Min(coding.Length, 20)]}' is not known");
        }
    }

    private static ReadOnlyMemory<byte>? Copied(Func<Stream, Stream> unpack, ReadOnlyMemory<byte> body, int most)
    {
        using var unpacked = unpack(new MemoryStream(body.ToArray()));
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = unpacked.Read(buffer)) > 0; bytes.Write(buffer, 0, read))
            {
                if (bytes.Length + read > most)
                {
                    return null;
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new InvalidDataException("its body cannot be unpacked", e);
        }
        return bytes.ToArray();
    }
}
