using System.Text;
using WebQA.TextBrowser.Warc;

namespace WebQA.TextBrowser.Tests.Warc;

public sealed class WarcWriterTests
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    private static readonly WarcEntry Entry = new("resource", Id, new DateTimeOffset(2026, 11, 30, 21, 0, 0, TimeSpan.FromHours(1)), "text/plain", "test"u8.ToArray())
    {
        TargetUri = "https://a.example/x?y=1",
    };

    [Fact]
    public void A_record_is_written_as_the_standard_says() => Assert.Equal(
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:00112233-4455-6677-8899-aabbccddeeff>\r\nWARC-Date: 2026-11-30T20:00:00Z\r\n"
        + "WARC-Target-URI: https://a.example/x?y=1\r\n"
        + "WARC-Block-Digest: sha256:T6DNBAMIJR6WLGRP5KQMKWWQCWR36TY3FMFYELGRLVWBLMHQBIEA====\r\n"
        + "WARC-Payload-Digest: sha256:T6DNBAMIJR6WLGRP5KQMKWWQCWR36TY3FMFYELGRLVWBLMHQBIEA====\r\n"
        + "Content-Type: text/plain\r\nContent-Length: 4\r\n\r\ntest\r\n\r\n",
        Encoding.UTF8.GetString(Written(isCompressed: false, Entry)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_is_read_again(bool isCompressed)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Written(isCompressed, Entry, Entry with { Block = "other"u8.ToArray(), TargetUri = "https://b.example/" }));
            using var archive = WarcFile.Open(file);

            Assert.Equal(
                ["resource https://a.example/x?y=1 test", "resource https://b.example/ other"],
                archive.Records().Select(r => $"{r.Head!.Type} {r.Head.TargetUri} {Encoding.UTF8.GetString(r.ReadBlock(100)!)}"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void What_a_server_said_begins_no_field_of_its_own() => Assert.Contains(
        "\r\nContent-Type: text/plainWARC-Type: warcinfo\r\n",
        Encoding.UTF8.GetString(Written(isCompressed: false, Entry with { ContentType = "text/plain\r\nWARC-Type: warcinfo" })),
        StringComparison.Ordinal);

    private static byte[] Written(bool isCompressed, params WarcEntry[] entries)
    {
        using var output = new MemoryStream();
        var writer = new WarcWriter(output, isCompressed);
        foreach (var entry in entries)
        {
            writer.Write(entry);
        }
        return output.ToArray();
    }
}
