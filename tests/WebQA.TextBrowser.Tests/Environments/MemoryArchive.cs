using System.Collections.Concurrent;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Tests.Environments;

/// <summary>Keeps pages in memory and counts how often it was asked to store.</summary>
internal sealed class MemoryArchive : IPageArchive
{
    private readonly ConcurrentDictionary<string, TextPage> _pages = new(StringComparer.Ordinal);
    private int _stores;

    public int Stores => _stores;

    public IEnumerable<TextPage> Pages => _pages.Values;

    public Task StoreAsync(TextPage page, PageSnapshot? snapshot, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _stores);
        _pages[page.PageSha256] = page;
        return Task.CompletedTask;
    }

    public Task<TextPage?> ReadPageAsync(string pageSha256, CancellationToken cancellationToken = default) =>
        Task.FromResult(_pages.GetValueOrDefault(pageSha256));

    public Task<TextPage?> FindAsync(string requestedUrl, DateTimeOffset notBefore, CancellationToken cancellationToken = default) =>
        Task.FromResult(_pages.Values.FirstOrDefault(p => p.Content.RequestedUrl == requestedUrl && p.FetchedAt >= notBefore));

    public Task<PageSnapshot?> ReadSnapshotAsync(TextPage page, CancellationToken cancellationToken = default) => Task.FromResult<PageSnapshot?>(null);

    public Task<byte[]?> ReadBlobAsync(string sha256, CancellationToken cancellationToken = default) => Task.FromResult<byte[]?>(null);
}
