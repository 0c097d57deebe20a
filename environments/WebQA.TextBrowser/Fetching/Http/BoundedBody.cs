using System.IO.Compression;
using System.Net.Sockets;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Reads a body, decompressed, and no further than a bound. What came before an end that is too early is kept, with a note.</summary>
internal static class BoundedBody
{
    /// <summary>Pages unpack to up to some thirty times what is sent; what goes beyond this is a bomb.</summary>
    private const int LargestRatio = 200;

    /// <summary>The bytes after decompression.</summary>
    /// <param name="Bytes">At most the limit.</param>
    /// <param name="Note">Why they are not all; null where they are.</param>
    public sealed record Body(byte[] Bytes, string? Note);

    /// <summary>Reads a body.</summary>
    /// <exception cref="BodyException">It is packed in a way that is not read, or nothing could be unpacked.</exception>
    /// <exception cref="HttpIOException">It breaks the rules of HTTP, or ended before its first byte.</exception>
    public static async Task<Body> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        string[] codings = [.. content.Headers.ContentEncoding.Where(c => !c.Equals("identity", StringComparison.OrdinalIgnoreCase))];
        await using var sent = new CountedStream(await content.ReadAsStreamAsync(cancellationToken));
        await using var body = Decompressed(sent, codings);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                var wanted = (int)Math.Min(read, limit - bytes.Length);
                bytes.Write(buffer, 0, wanted);
                if (codings.Length > 0 && bytes.Length + (read - wanted) > LargestRatio * Math.Max(sent.Count, 4_096))
                {
                    throw new BodyException("decompression_bomb", "The page is packed so that it unpacks to far more than any page has, so it is not read.");
                }
                if (wanted < read)
                {
                    return new Body(bytes.ToArray(), PageNotes.CutAfter(limit));
                }
            }
            return new Body(bytes.ToArray(), null);
        }
        catch (Exception e) when (bytes.Length == 0 && codings.Length > 0 && IsBroken(e))
        {
            throw new BodyException("bad_coding", "The page is not packed as its site says, so it cannot be unpacked.");
        }
        catch (Exception e) when (bytes.Length > 0 && IsEarlyEnd(e))
        {
            return new Body(bytes.ToArray(), PageNotes.EndedEarly);
        }
    }

    /// <summary>Reads a body that is of no use in part.</summary>
    /// <exception cref="BodyException">As above, or it is longer than the limit, or ended early.</exception>
    /// <exception cref="HttpIOException">As above.</exception>
    public static async Task<byte[]> ReadWholeAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(content, limit, cancellationToken);
        return body.Note is not { } note ? body.Bytes : throw new BodyException(body.Bytes.Length == limit ? BodyException.TooLarge : "ended_early", note);
    }

    private static bool IsEarlyEnd(Exception e) => IsBroken(e) || e is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }
        || e is IOException && HttpFaults.Find<SocketException>(e) is not null;

    /// <summary>Whether the bytes are not packed as they should be. Brotli says so by an InvalidOperationException, gzip and zlib by an InvalidDataException.</summary>
    private static bool IsBroken(Exception e) => e is InvalidDataException or InvalidOperationException and not ObjectDisposedException;

    private static Stream Decompressed(Stream sent, string[] codings) => codings switch
    {
        [] => sent,
        [var only] => only.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "deflate" => new ZLibStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            _ => throw new BodyException("unsupported_coding", $"The page is packed by '{PageCharacters.OneLine(only)}', which is not known here, so it cannot be unpacked."),
        },
        _ => throw new BodyException("unsupported_coding", $"The page is packed {codings.Length} times over, so it is not unpacked."),
    };
}

/// <summary>A body that is not read, with the kind of its fault and the words for it.</summary>
internal sealed class BodyException(string kind, string message) : Exception(message)
{
    public const string TooLarge = "too_large";

    public string Kind => kind;
}
