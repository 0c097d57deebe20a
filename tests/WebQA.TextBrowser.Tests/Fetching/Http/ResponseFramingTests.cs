using System.Text;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.TextBrowser.Tests.Fetching.Http;

public sealed class ResponseFramingTests
{
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    [Theory]
    [InlineData(Chunked + "5\r\nwords\r\nA;x=1\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n" + Chunked + "FFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords" + Chunked + "FFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" + Chunked + "FFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n" + Chunked + "FFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 200 OK\ntransfer-encoding:CHUNKED\n\nFFFFFFFFFFFFFFFF\n")]
    public void A_chunk_that_claims_too_much_is_refused_wherever_it_comes_and_however_the_bytes_are_cut(string bytes)
    {
        foreach (var size in new[] { 1, 3, 7, bytes.Length })
        {
            Assert.StartsWith("A chunk claims to be larger than any page.", Assert.Throws<HttpIOException>(() => Read(bytes, size)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>A page</p>")]
    [InlineData("HTML page")]
    [InlineData("\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")]
    public void An_answer_that_is_no_http_is_refused(string bytes)
    {
        foreach (var size in new[] { 1, bytes.Length })
        {
            Assert.StartsWith("The answer is not HTTP.", Assert.Throws<HttpIOException>(() => Read(bytes, size)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nuntil the end: FFFFFFFFFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\nFFFFFFFFFFFFFFFF\r\nwords")]
    [InlineData(Chunked + "00000005\r\nwords\r\n0\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nno!")]
    [InlineData(Chunked + "what is this\r\nFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("")]
    public void Everything_else_is_left_to_the_client(string bytes)
    {
        Read(bytes, 1);
        Read(bytes, Math.Max(1, bytes.Length));
    }

    private static void Read(string bytes, int size)
    {
        var framing = new ResponseFraming();
        foreach (var piece in Encoding.ASCII.GetBytes(bytes).Chunk(size))
        {
            framing.Read(piece);
        }
    }
}
