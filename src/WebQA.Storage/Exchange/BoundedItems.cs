using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WebQA.Storage.Exchange;

/// <summary>The items of a file that is one JSON list, one at a time, none larger than a bound: a huge item is an error, not a full memory.</summary>
internal static class BoundedItems
{
    /// <summary>Items with their 1-based places.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="holds">What the list holds and who writes it so, as <c>tasks, as Label Studio exports it</c>.</param>
    /// <param name="maxBytes">Largest item.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ExchangeFormatException">It is no such list, or an item is too large.</exception>
    public static async IAsyncEnumerable<ExchangeRecord> ReadAsync(
        Stream stream, string holds, int maxBytes = BoundedLines.MaxBytes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var counted = new CountedStream(stream, maxBytes);
        var items = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(counted, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = items;
        for (var place = 1L; await NextAsync(items, place, holds); place++)
        {
            counted.Begin(place + 1);
            yield return new ExchangeRecord(items.Current, place);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> items, long place, string holds)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException e)
        {
            throw new ExchangeFormatException((e.LineNumber ?? place - 1) + 1, $"this is not a JSON list of {holds}.", e);
        }
    }

    /// <summary>Counts what was read since the last item was whole; a reader's own buffer comes on top.</summary>
    private sealed class CountedStream(Stream inner, int maxBytes) : Stream
    {
        private long _since, _place = 1;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Begin(long place) => (_since, _place) = (0, place);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, 64 * 1024)], cancellationToken);
            _since += read;
            return _since <= maxBytes
                ? read
                : throw new ExchangeFormatException(_place, $"the item has more than {maxBytes} bytes, which is more than two answers with their references can need. Is it the right file?");
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
