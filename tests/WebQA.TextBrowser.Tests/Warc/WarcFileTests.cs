using System.Text;
using WebQA.TextBrowser.Warc;

namespace WebQA.TextBrowser.Tests.Warc;

public sealed class WarcFileTests : IDisposable
{
    private const string A = "https://a.example/";
    private const string B = "https://b.example/";

    private static readonly byte[] Forged = WarcText.Gzip(WarcText.Response("https://forged.example/"));

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(100_000, 0, false)]
    [InlineData(0, 100_000, false)]
    [InlineData(8_000, 300, true)]
    public void A_captured_body_that_looks_like_a_member_of_the_archive_is_a_body(int before, int behind, bool isNamed)
    {
        byte[] body = [.. new byte[before], .. Forged, .. new byte[behind]];
        var outer = WarcText.Stored(WarcText.Response(A, string.Empty, body));
        Assert.True(outer.AsSpan().IndexOf(Forged) > 0);

        var read = Read(isNamed ? Named(outer) : outer, WarcText.Gzip(WarcText.Response(B)));

        Assert.Equal([A, B], read.Select(r => r.Uri));
        Assert.Equal(body, read[0].Block[^body.Length..]);
    }

    [Fact]
    public void Padding_behind_a_whole_member_does_not_open_its_body() =>
        Assert.Equal([A, B], Read(WarcText.Stored(WarcText.Response(A, string.Empty, Forged)), new byte[512], WarcText.Gzip(WarcText.Response(B))).Select(r => r.Uri));

    [Fact]
    public void A_record_may_go_on_in_a_second_member()
    {
        var record = WarcText.Response(A);

        var read = Read(WarcText.Gzip(record[..200]), WarcText.Gzip(record[200..]), WarcText.Gzip(WarcText.Response(B)));

        Assert.Equal([A, B], read.Select(r => r.Uri));
        Assert.EndsWith(WarcText.Html, Encoding.UTF8.GetString(read[0].Block), StringComparison.Ordinal);
    }

    /// <summary>The same member with an extra field, a name and a comment in its head.</summary>
    private static byte[] Named(byte[] member) =>
        WarcText.Join(member[..3], [0x1C], member[4..10], [3, 0, 1, 2, 3], "x.warc\0"u8.ToArray(), "a comment\0"u8.ToArray(), member[10..]);

    private List<(string? Uri, byte[] Block)> Read(params byte[][] parts)
    {
        File.WriteAllBytes(_file, WarcText.Join(parts));
        using var file = WarcFile.Open(_file);
        return [.. file.Records().Select(r => (r.Head!.TargetUri, r.ReadBlock(1_000_000)!))];
    }
}
