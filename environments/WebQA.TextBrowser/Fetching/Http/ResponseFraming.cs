using System.Buffers.Text;
using System.Text;

namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Follows where the responses on a connection begin and end, to refuse what .NET takes: a chunk that claims more than any page has, and an answer that is no HTTP at all.</summary>
/// <remarks>RFC 9112 §6 and §7. What it does not understand it leaves to .NET, and looks no further.</remarks>
internal sealed class ResponseFraming
{
    private const int LongestHead = 128 * 1024;
    private const int LongestChunkLine = 16 * 1024;

    /// <summary>Eight hexadecimal digits: 4 GiB.</summary>
    private const ulong LargestChunk = uint.MaxValue;

    private readonly List<byte> _line = [];
    private readonly List<string> _head = [];
    private Part _part = Part.Head;
    private ulong _left;
    private int _headBytes;
    private bool _isFirst = true;

    private enum Part
    {
        Head,
        Body,
        ChunkSize,
        Chunk,
        Trailer,
        Unknown,
    }

    /// <summary>Looks at the next bytes of the connection.</summary>
    /// <exception cref="HttpIOException">They break the rules of HTTP.</exception>
    public void Read(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && _part != Part.Unknown)
        {
            if (_part is Part.Body or Part.Chunk)
            {
                var taken = (int)Math.Min(_left, (ulong)bytes.Length);
                _left -= (ulong)taken;
                bytes = bytes[taken..];
                if (_left == 0)
                {
                    _part = _part == Part.Body ? Part.Head : Part.ChunkSize;
                }
                continue;
            }
            var end = bytes.IndexOf((byte)'\n');
            _line.AddRange(bytes[..(end < 0 ? bytes.Length : end)]);
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (_part == Part.Head && _isFirst && _head.Count == 0 && !BeginsLikeHttp())
            {
                throw Broken("The answer is not HTTP.");
            }
            if (_line.Count > (_part == Part.Head ? LongestHead : LongestChunkLine))
            {
                _part = Part.Unknown;
            }
            else if (end >= 0)
            {
                var line = Encoding.Latin1.GetString([.. _line]).TrimEnd('\r');
                _line.Clear();
                ReadLine(line);
            }
        }
    }

    private bool BeginsLikeHttp() => _line.Take(5).Select(static b => (char)b).SequenceEqual("HTTP/".Take(Math.Min(5, _line.Count)));

    private void ReadLine(string line)
    {
        switch (_part)
        {
            case Part.Head when line.Length > 0:
                _head.Add(line);
                _headBytes += line.Length;
                _part = _headBytes > LongestHead ? Part.Unknown : Part.Head;
                break;
            case Part.Head when _head.Count > 0:
                EndHead();
                break;
            case Part.ChunkSize:
                ReadChunkSize(line);
                break;
            case Part.Trailer when line.Length == 0:
                _part = Part.Head;
                break;
        }
    }

    private void EndHead()
    {
        var status = _head[0].Split(' ') is [_, { Length: 3 } code, ..] ? code : string.Empty;
        var (coding, length) = (Field("Transfer-Encoding"), Field("Content-Length"));
        _head.Clear();
        (_headBytes, _isFirst) = (0, false);
        if (status.StartsWith('1') || status is "204" or "304" || coding is null && length == "0")
        {
            _part = Part.Head;
        }
        else if (coding is not null)
        {
            _part = coding.Equals("chunked", StringComparison.OrdinalIgnoreCase) ? Part.ChunkSize : Part.Unknown;
        }
        else
        {
            _part = ulong.TryParse(length, out _left) ? Part.Body : Part.Unknown;
        }
    }

    private void ReadChunkSize(string line)
    {
        var digits = line.Split(';', 2)[0].Trim();
        if (digits.Length == 0 && line.Length == 0)
        {
            return; // the end of the line that closes a chunk
        }
        if (digits.Length is 0 or > 16 || !Utf8Parser.TryParse(Encoding.Latin1.GetBytes(digits), out ulong size, out var read, 'x') || read != digits.Length)
        {
            _part = Part.Unknown;
            return;
        }
        if (size > LargestChunk)
        {
            throw Broken("A chunk claims to be larger than any page.");
        }
        (_part, _left) = size == 0 ? (Part.Trailer, 0UL) : (Part.Chunk, size);
    }

    private string? Field(string name) => _head.FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private static HttpIOException Broken(string message) => new(HttpRequestError.InvalidResponse, message);
}
