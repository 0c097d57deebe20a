using WebQA.Core.Browsing;

namespace WebQA.LabelingUi.Episodes;

/// <summary>The pages that people look at, shared by all circuits; the least recently used one goes first. Thread-safe.</summary>
public sealed class PageCache(IPageArchive archive)
{
    private const int Capacity = 64;
    private readonly LinkedList<TextPage> _recent = [];
    private readonly Dictionary<string, LinkedListNode<TextPage>> _byKey = [];
    private readonly Lock _lock = new();

    /// <summary>The stored page with that key.</summary>
    /// <exception cref="PageNotStoredException">The archive has no such page.</exception>
    /// <exception cref="PageDamagedException">The stored page is not the one that its key names.</exception>
    public async Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default)
    {
        if (Cached(pageSha256) is { } cached)
        {
            return cached;
        }
        var page = await archive.ReadPageAsync(pageSha256, cancellationToken) ?? throw new PageNotStoredException(pageSha256);
        if (page.PageSha256 != pageSha256)
        {
            throw new PageDamagedException(pageSha256, page.PageSha256);
        }
        Keep(page);
        return page;
    }

    private TextPage? Cached(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }
            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value;
        }
    }

    private void Keep(TextPage page)
    {
        lock (_lock)
        {
            if (_byKey.ContainsKey(page.PageSha256))
            {
                return;
            }
            _byKey[page.PageSha256] = _recent.AddFirst(page);
            if (_recent.Count > Capacity && _recent.Last is { } oldest)
            {
                _recent.RemoveLast();
                _byKey.Remove(oldest.Value.PageSha256);
            }
        }
    }
}

/// <summary>A stored page whose content no longer has the hash that names it.</summary>
public sealed class PageDamagedException(string expected, string found) : Exception(
    $"The stored page {expected} has been changed on disk: its content has the hash {found} now. What it shows proves nothing. "
    + "Restore the pages folder of WEBQA_DATA from a backup, or delete this episode and ask again.");
