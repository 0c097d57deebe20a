using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.TextBrowser.Warc;

/// <summary>Writes a web archive, WARC/1.1 (ISO 28500:2017), record by record; compressed, each is a gzip member of its own.</summary>
/// <param name="output">Takes the bytes; stays open.</param>
/// <param name="isCompressed">Whether records are compressed.</param>
public sealed class WarcWriter(Stream output, bool isCompressed)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Writes a record.</summary>
    public void Write(WarcEntry entry)
    {
        var digest = Digest(entry.Block.Span);
        var head = new StringBuilder("WARC/1.1\r\n");
        Field("WARC-Type", entry.Type);
        Field("WARC-Record-ID", $"<urn:uuid:{entry.Id}>");
        Field("WARC-Date", entry.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Field("WARC-Target-URI", entry.TargetUri);
        Field("WARC-Refers-To", entry.RefersTo is { } other ? $"<urn:uuid:{other}>" : null);
        Field("WARC-Filename", entry.FileName);
        Field("WARC-Block-Digest", digest);
        Field("WARC-Payload-Digest", entry.Type == "resource" ? digest : null);
        Field("Content-Type", entry.ContentType);
        Field("Content-Length", entry.Block.Length.ToString(CultureInfo.InvariantCulture));
        head.Append("\r\n");
        using var member = isCompressed ? new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true) : null;
        var record = member ?? output;
        record.Write(Encoding.UTF8.GetBytes(head.ToString()));
        record.Write(entry.Block.Span);
        record.Write("\r\n\r\n"u8);

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                // What a server said must not begin a field of its own.
                head.Append(name).Append(": ").Append(string.Concat(value.Where(static c => !char.IsControl(c)))).Append("\r\n");
            }
        }
    }

    /// <summary>A labelled digest: <c>sha256:</c> and base 32, as archives write digests.</summary>
    private static string Digest(ReadOnlySpan<byte> block)
    {
        var text = new StringBuilder("sha256:");
        int bits = 0, held = 0;
        foreach (var b in SHA256.HashData(block))
        {
            held = (held << 8 | b) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32[held >> (bits - 5) & 31]);
            }
        }
        return text.Append(Base32[held << (5 - bits) & 31]).Append("====").ToString();
    }
}
