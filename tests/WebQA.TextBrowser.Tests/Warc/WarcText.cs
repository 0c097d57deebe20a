using System.IO.Compression;
using System.Text;

namespace WebQA.TextBrowser.Tests.Warc;

/// <summary>Writes archives as other programs do, faults included.</summary>
internal static class WarcText
{
    public const string Html = "<html><title>Tides</title><body><p>The moon pulls at the sea, and the sea follows twice a day.</p></body></html>";

    public static byte[] Record(string type, string? uri, byte[] block, string contentType = "application/http;msgtype=response", int? length = null) =>
    [
        .. Encoding.UTF8.GetBytes(
            $"WARC/1.0\r\nWARC-Type: {type}\r\n" + (uri is null ? "" : $"WARC-Target-URI: {uri}\r\n")
            + $"warc-date: 2020-05-01T12:00:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {length ?? block.Length}\r\n\r\n"),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    public static byte[] Response(string uri, string body = Html, string headers = "Content-Type: text/html\r\n", int status = 200) =>
        Record("response", uri, [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status} OK\r\n{headers}\r\n{body}")]);

    public static byte[] Response(string uri, string headers, byte[] body) =>
        Record("response", uri, [.. Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n"), .. body]);

    public static byte[] Gzip(params byte[][] parts) => Gzip(CompressionLevel.Optimal, parts);

    /// <summary>A compressed member that holds its content verbatim.</summary>
    public static byte[] Stored(params byte[][] parts) => Gzip(CompressionLevel.NoCompression, parts);

    private static byte[] Gzip(CompressionLevel level, byte[][] parts)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, level, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                gzip.Write(part);
            }
        }
        return output.ToArray();
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];
}
