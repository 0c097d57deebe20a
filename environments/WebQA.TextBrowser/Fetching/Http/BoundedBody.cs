using System.IO.Compression;

namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Reads a body, decompressed, and no further than a bound: a small body that unpacks to gigabytes is given up early.</summary>
internal static class BoundedBody
{
    /// <summary>The bytes after decompression.</summary>
    /// <exception cref="BodyTooLargeException">There are more than <paramref name="limit"/>.</exception>
    /// <exception cref="InvalidDataException">It is not what its coding says, or has more codings than one.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            throw new BodyTooLargeException();
        }
        await using var sent = await content.ReadAsStreamAsync(cancellationToken);
        await using var body = Decompressed(sent, [.. content.Headers.ContentEncoding.Where(c => !c.Equals("identity", StringComparison.OrdinalIgnoreCase))]);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                throw new BodyTooLargeException();
            }
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static Stream Decompressed(Stream sent, string[] codings) => codings switch
    {
        [] => sent,
        [var only] => only.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "deflate" => new ZLibStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            _ => throw new InvalidDataException($"Its coding '{only}' is not known."),
        },
        _ => throw new InvalidDataException($"It is packed {codings.Length} times over."),
    };
}

/// <summary>A body over its bound.</summary>
internal sealed class BodyTooLargeException : Exception;
