using System.IO.Compression;

namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>Bodies that are packed to do harm.</summary>
internal static class PackedBodies
{
    /// <summary>The beginning of a gzip file, then a piece that can be repeated for ever: 64 MiB of zeros each.</summary>
    public static (byte[] Start, byte[] Piece) EndlessGzip()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            Zeros(deflate, 64);
            deflate.Flush();
            var piece = packed.ToArray();
            return ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], piece);
        }
    }

    /// <summary>1 GiB of zeros in brotli: about a kilobyte.</summary>
    public static byte[] BrotliBomb()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            Zeros(brotli, 1_024);
        }
        return packed.ToArray();
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }

    private static void Zeros(Stream stream, int mebibytes)
    {
        var zeros = new byte[1 << 20];
        for (var i = 0; i < mebibytes; i++)
        {
            stream.Write(zeros);
        }
    }
}
