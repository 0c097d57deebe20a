using System.Collections.Concurrent;
using WebQA.Core.Browsing;

namespace WebQA.Storage.Archive;

/// <summary>The pages that this process knows to be stored, so that storing them again costs nothing. Thread-safe.</summary>
internal sealed class StoredKeys
{
    private const int Most = 20_000;

    /// <summary>A page read again is written again (its time) only after this.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Page, string Url), DateTimeOffset> _reads = [];

    /// <summary>Whether the page is stored, with a time about as late.</summary>
    public bool Knows(TextPage page) =>
        _reads.TryGetValue((page.PageSha256, page.Content.RequestedUrl), out var at) && page.FetchedAt - at < Fresh;

    /// <summary>Remembers that a page is stored.</summary>
    public void Add(TextPage page)
    {
        if (_reads.Count >= Most)
        {
            _reads.Clear();
        }
        _reads[(page.PageSha256, page.Content.RequestedUrl)] = page.FetchedAt;
    }
}
