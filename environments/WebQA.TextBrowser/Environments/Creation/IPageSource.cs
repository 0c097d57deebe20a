namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>Where the pages of an environment in the making come from: a folder, a web archive, a site.</summary>
public interface IPageSource
{
    /// <summary>The same for the same source: a run that goes on must name it again.</summary>
    string Identity { get; }

    /// <summary>Items in all, skipped ones included; null while that is not known.</summary>
    int? Total { get; }

    /// <summary>Reads what the source holds, item by item, in an order that is the same for the same source.</summary>
    /// <param name="isDone">Whether an item was taken by an earlier run; those are not given again.</param>
    /// <param name="cancellationToken">Stops the reading; what was given stays taken.</param>
    IAsyncEnumerable<SourceItem> ReadAsync(Predicate<string> isDone, CancellationToken cancellationToken = default);
}

/// <summary>A thing that a source holds.</summary>
/// <param name="Key">Names it within the source: a place, an offset, an address.</param>
public abstract record SourceItem(string Key)
{
    /// <summary>Something that may be a page; its bytes decide.</summary>
    /// <param name="Key">See <see cref="SourceItem"/>.</param>
    /// <param name="Url">Its address.</param>
    /// <param name="ContentType">As the source says it; empty where it does not.</param>
    /// <param name="Bytes">The body, decompressed.</param>
    public sealed record Page(string Key, Uri Url, string ContentType, ReadOnlyMemory<byte> Bytes) : SourceItem(Key)
    {
        /// <summary>Other addresses under which links may name it.</summary>
        public IReadOnlyList<Uri> Aliases { get; init; } = [];

        /// <summary>When it was fetched from its site; null where it was a file.</summary>
        public DateTimeOffset? At { get; init; }
    }

    /// <summary>Something that is left out.</summary>
    /// <param name="Key">See <see cref="SourceItem"/>.</param>
    /// <param name="Reason">One of <see cref="SkipReason"/>.</param>
    public sealed record Skipped(string Key, string Reason) : SourceItem(Key)
    {
        /// <summary>What a person should know of it, in a sentence; null for nothing.</summary>
        public string? Detail { get; init; }
    }
}

/// <summary>The source cannot be read at all; the message says why and what to do.</summary>
public sealed class PageSourceException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether the guard does not allow its address.</summary>
    public bool IsRefused { get; init; }
}
