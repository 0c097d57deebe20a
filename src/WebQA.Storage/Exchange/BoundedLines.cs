using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace WebQA.Storage.Exchange;

/// <summary>The lines of a file as bytes, one at a time, none longer than a bound: a huge line is an error, not a full memory.</summary>
internal static class BoundedLines
{
    /// <summary>Longest line in bytes: far above any two answers with their references.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Lines with their 1-based numbers, without line ends; a last line needs none.</summary>
    /// <exception cref="ExchangeFormatException">A line is too long.</exception>
    public static async IAsyncEnumerable<(long Number, byte[] Bytes)> ReadAsync(
        Stream stream, int maxBytes = MaxBytes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        for (var number = 1L; await LineAsync(reader, number, maxBytes, cancellationToken) is { } line; number++)
        {
            yield return (number, line);
        }
        await reader.CompleteAsync();
    }

    private static async Task<byte[]?> LineAsync(PipeReader reader, long number, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var end = read.Buffer.PositionOf((byte)'\n');
            var line = end is { } position ? read.Buffer.Slice(0, position) : read.Buffer;
            if (line.Length > maxBytes)
            {
                throw new ExchangeFormatException(number, $"the line has more than {maxBytes} bytes, which is more than two answers with their references can need. Is it the right file?");
            }
            if (end is { } found)
            {
                var bytes = line.ToArray();
                reader.AdvanceTo(read.Buffer.GetPosition(1, found));
                return bytes;
            }
            if (read.IsCompleted)
            {
                var rest = line.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return rest.Length == 0 ? null : rest;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
