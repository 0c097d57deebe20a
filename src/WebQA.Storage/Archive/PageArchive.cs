using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using WebQA.Core.Browsing;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Archive;

/// <summary>Pages by their content: files that are whole before the row that names them commits.</summary>
internal sealed class PageArchive : IPageArchive
{
    private readonly Database _database;
    private readonly GroupWriter _writer;
    private readonly BlobFolder _blobs;
    private readonly PageCache _cache;
    private readonly StoredKeys _stored = new();
    private readonly Lazy<bool> _leftovers;

    public PageArchive(Database database, GroupWriter writer, IOptions<StorageOptions> options, TimeProvider clock)
    {
        _database = database;
        _writer = writer;
        _blobs = new BlobFolder(database.Folder.Pages);
        _cache = new PageCache(options.Value.PageCacheCharacters);
        _leftovers = new(() =>
        {
            _blobs.DeleteLeftovers(clock.GetUtcNow());
            return true;
        });
    }

    public async Task StoreAsync(TextPage page, PageSnapshot? snapshot, CancellationToken cancellationToken = default)
    {
        if (!_stored.Knows(page))
        {
            _ = _leftovers.Value;
            await Task.WhenAll(Blobs(page, snapshot, cancellationToken));
            await _writer.WriteAsync(statements => Insert(statements, page, snapshot), cancellationToken);
            _stored.Add(page);
        }
        _cache.Keep(page);
    }

    public async Task<TextPage?> ReadPageAsync(string pageSha256, CancellationToken cancellationToken = default)
    {
        if (_cache.Find(pageSha256) is { } kept)
        {
            return kept;
        }
        if (Query("select fetched_at from page where page_sha256 = @key", ("@key", pageSha256)) is not [var first])
        {
            return null;
        }
        var page = await LoadAsync(pageSha256, (long)first[0], cancellationToken);
        _cache.Keep(page);
        return page;
    }

    /// <remarks>Only web pages: an error is not worth keeping, and results belong to a query.</remarks>
    public async Task<TextPage?> FindAsync(string requestedUrl, DateTimeOffset notBefore, CancellationToken cancellationToken = default)
    {
        var found = Query(
            """
            select page_read.page_sha256, page_read.fetched_at from page_read join page using (page_sha256)
            where requested_url = @url and page_read.fetched_at >= @from and kind = 0 order by page_read.fetched_at desc limit 1
            """,
            ("@url", requestedUrl), ("@from", notBefore.UtcTicks));
        return found is [[string key, long at]] ? await LoadAsync(key, at, cancellationToken) : null;
    }

    public async Task<PageSnapshot?> ReadSnapshotAsync(TextPage page, CancellationToken cancellationToken = default)
    {
        if (page.Content.SnapshotSha256 is not { } key || await _blobs.ReadAsync(key, cancellationToken) is not { } bytes)
        {
            return null;
        }
        return Query("select coalesce(content_type, ''), is_rendered from page where page_sha256 = @key", ("@key", page.PageSha256)) is [[string type, long isRendered]]
            ? new PageSnapshot(new Uri(page.Content.RequestedUrl), new Uri(page.Url), type, bytes, page.FetchedAt, isRendered != 0)
            : null;
    }

    public async Task<byte[]?> ReadBlobAsync(string sha256, CancellationToken cancellationToken = default)
    {
        if (await _blobs.ReadAsync(sha256, cancellationToken) is { } blob)
        {
            return blob;
        }
        // The plain text of results and errors is not stored twice: it follows from the page document.
        return Query("select page_sha256 from page where text_sha256 = @key limit 1", ("@key", sha256)) is [[string key]]
            && await ReadPageAsync(key, cancellationToken) is { } page && page.TextSha256 == sha256
            ? Encoding.UTF8.GetBytes(page.PlainText)
            : null;
    }

    private IEnumerable<Task> Blobs(TextPage page, PageSnapshot? snapshot, CancellationToken cancellationToken)
    {
        yield return _blobs.WriteAsync(page.PageSha256, page.Content.ToJson(), cancellationToken);
        if (page.Kind == PageKind.Web)
        {
            yield return _blobs.WriteAsync(page.TextSha256, Encoding.UTF8.GetBytes(page.PlainText), cancellationToken);
        }
        if (snapshot is not null)
        {
            var name = BlobFolder.NameOf(snapshot.Bytes.Span);
            yield return page.Content.SnapshotSha256 is { } said && said != name
                ? throw new ArgumentException($"The page says that it was made of {said}, but the bytes given have the hash {name}.", nameof(snapshot))
                : _blobs.WriteAsync(name, snapshot.Bytes, cancellationToken);
        }
    }

    private static bool Insert(Statements statements, TextPage page, PageSnapshot? snapshot)
    {
        statements.Execute(
            """
            insert into page (page_sha256, text_sha256, snapshot_sha256, kind, url, title, content_type, is_rendered, fetched_at)
            values (@page, @text, @snapshot, @kind, @url, @title, @type, @rendered, @at) on conflict do nothing
            """,
            ("@page", page.PageSha256), ("@text", page.TextSha256), ("@snapshot", page.Content.SnapshotSha256), ("@kind", (int)page.Kind), ("@url", page.Url),
            ("@title", page.Title), ("@type", snapshot?.ContentType), ("@rendered", snapshot?.IsRendered ?? false), ("@at", page.FetchedAt.UtcTicks));
        if (snapshot is { IsFromFolder: true })
        {
            return true; // Another environment, of the real web, must not take it for what its site shows.
        }
        return statements.Execute(
            """
            insert into page_read (requested_url, page_sha256, fetched_at) values (@url, @page, @at)
            on conflict do update set fetched_at = max(fetched_at, excluded.fetched_at)
            """,
            ("@url", page.Content.RequestedUrl), ("@page", page.PageSha256), ("@at", page.FetchedAt.UtcTicks)) == 1;
    }

    private async Task<TextPage> LoadAsync(string pageSha256, long fetchedAt, CancellationToken cancellationToken)
    {
        var document = await _blobs.ReadAsync(pageSha256, cancellationToken)
            ?? throw new StorageException($"The archive {_database.Folder.Pages} has lost the file of page {pageSha256}. Put the folder back from a backup.");
        return new TextPage(PageContent.FromJson(document), new DateTimeOffset(fetchedAt, TimeSpan.Zero));
    }

    private static object[] Values(SqliteDataReader row)
    {
        var values = new object[row.FieldCount];
        row.GetValues(values);
        return values;
    }

    private List<object[]> Query(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var statements = new Statements(_database.Open(Durability.Normal));
        try
        {
            return statements.Query(sql, Values, parameters);
        }
        catch (SqliteException fault) when (SqliteFault.IsExplained(fault))
        {
            throw SqliteFault.Explain(fault, _database.Folder);
        }
    }
}
