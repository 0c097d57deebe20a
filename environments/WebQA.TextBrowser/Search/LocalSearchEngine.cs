using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search;

/// <summary>Searches the pages of an environment on this machine: words (BM25) fused with the embedder over passages.</summary>
/// <remarks>
/// Nothing happens before the first search or <see cref="StartPreparing"/>. Searches wait until the words are indexed, seconds at the
/// first start, and never for vectors: until these are there, words alone answer. <see cref="WaitUntilReadyAsync"/> is for runs whose
/// answers must not depend on when they were asked. The same pages, ready, give the same results for the same query, always.
/// </remarks>
public sealed partial class LocalSearchEngine : IPreparedSearchEngine, IAsyncDisposable
{
    /// <summary>Pages that are tried again at a start, so that a folder of broken files does not delay each one.</summary>
    private const int MaxRetries = 8;

    private readonly LocalSearchOptions _options;
    private readonly ISearchablePages _pages;
    private readonly IEmbedder _embedder;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _disposing = new();
    private readonly Lock _lock = new();
    private Task<WordIndex>? _words;
    private Task<VectorIndex?>? _vectors;
    private IndexStatus _status = new(IndexState.NotStarted, 0, 0);

    /// <summary>Creates an engine; nothing is read yet.</summary>
    public LocalSearchEngine(LocalSearchOptions options, ISearchablePages pages, IEmbedder embedder, ILogger<LocalSearchEngine> logger)
    {
        (_options, _pages, _embedder, _logger) = (options, pages, embedder, logger);
    }

    /// <inheritdoc/>
    public string Name => "local";

    /// <inheritdoc/>
    public IndexStatus Status => Volatile.Read(ref _status);

    /// <inheritdoc/>
    public void StartPreparing() => _ = Prepare();

    /// <inheritdoc/>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken = default)
    {
        var (words, vectors) = Prepare();
        await words.WaitAsync(cancellationToken);
        await vectors.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        var (words, hits, terms) = await FindAsync(query, count, cancellationToken);
        return Results(words, hits, terms);
    }

    /// <summary>The addresses of the best pages, best first, without titles and snippets.</summary>
    /// <exception cref="SearchFailedException">The index could not be made; the message says why and what to do.</exception>
    public async Task<IReadOnlyList<string>> RankAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        var (words, hits, _) = await FindAsync(query, count, cancellationToken);
        return [.. hits.Select(hit => words.Pages[hit.Page].Url)];
    }

    /// <summary>Writes the vectors of all passages to a file, which can be shipped with the pages (<see cref="LocalSearchOptions.ShippedVectors"/>) so that a first start is instant.</summary>
    /// <exception cref="SearchFailedException">The index could not be made; the message says why and what to do.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task ExportVectorsAsync(string file, CancellationToken cancellationToken = default)
    {
        await WaitUntilReadyAsync(cancellationToken);
        var words = await Prepare().Words;
        var vectors = await CompleteVectorsAsync(words, cancellationToken);
        var byKey = new Dictionary<UInt128, sbyte[]>();
        for (var i = 0; i < vectors.Count; i++)
        {
            byKey[words.Passages[i].Key] = vectors[i];
        }
        PassageVectorFile.Write(file, _embedder.Name, _embedder.Dimensions, byKey);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposing.IsCancellationRequested)
        {
            return; // A container that hands it out under two types disposes it twice.
        }
        await _disposing.CancelAsync();
        Task[] tasks = [_words ?? Task.CompletedTask, _vectors ?? Task.CompletedTask];
        await Task.WhenAll(tasks).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _disposing.Dispose();
    }

    private async Task<(WordIndex Words, IReadOnlyList<WordIndex.Hit> Hits, IReadOnlyList<string> Terms)> FindAsync(
        string query, int count, CancellationToken cancellationToken)
    {
        var (preparingWords, preparingVectors) = Prepare();
        var words = await preparingWords.WaitAsync(cancellationToken);
        var terms = QueryTerms.Of(query);
        if (_options.Ranking == SearchRanking.Words || _options.Ranking == SearchRanking.Hybrid && !preparingVectors.IsCompletedSuccessfully)
        {
            return (words, [.. words.Search(terms).Take(count)], terms);
        }
        var vectors = await preparingVectors.WaitAsync(cancellationToken);
        var vector = await _embedder.EmbedAsync([query], cancellationToken);
        var byVectors = vectors!.Search(vector[0]);
        var hits = _options.Ranking == SearchRanking.Vectors ? byVectors : Fuse(words.Search(terms), byVectors);
        return (words, [.. hits.Take(count)], terms);
    }

    private static IEnumerable<WordIndex.Hit> Fuse(IReadOnlyList<WordIndex.Hit> byWords, IReadOnlyList<WordIndex.Hit> byVectors)
    {
        var fused = ReciprocalRankFusion.Fuse(([.. byWords.Select(h => h.Page)], 1), ([.. byVectors.Select(h => h.Page)], 2));
        var passages = byVectors.ToDictionary(h => h.Page, h => h.Passage);
        foreach (var hit in byWords)
        {
            passages.TryAdd(hit.Page, hit.Passage);
        }
        return fused.Select(page => new WordIndex.Hit(page, passages[page]));
    }

    private static IReadOnlyList<SearchResult> Results(WordIndex words, IEnumerable<WordIndex.Hit> hits, IReadOnlyList<string> terms)
    {
        WordIndex.Hit[] all = [.. hits];
        var passages = words.Read(all.Select(h => h.Passage));
        return [.. all.Select((hit, i) => new SearchResult(words.Pages[hit.Page].Title, words.Pages[hit.Page].Url, Snippet.Cut(passages[i].Text, terms)))];
    }

    private (Task<WordIndex> Words, Task<VectorIndex?> Vectors) Prepare()
    {
        lock (_lock)
        {
            if (_words is null or { IsFaulted: true })
            {
                _words = Task.Run(PrepareWordsAsync);
                _vectors = null;
            }
            if (_vectors is null or { IsFaulted: true })
            {
                var words = _words;
                _vectors = Task.Run(async () => await PrepareVectorsAsync(await words));
            }
            return (_words, _vectors);
        }
    }

    private async Task<WordIndex> PrepareWordsAsync()
    {
        var path = Path.Combine(_options.IndexFolder, $"{_pages.Version}.words.db");
        try
        {
            if (WordIndex.TryOpen(path) is not { } words || await CanReadMoreAsync(words))
            {
                var (pages, unread) = await ReadPagesAsync();
                WordIndexBuilder.Build(path, pages, unread);
                words = WordIndex.TryOpen(path)
                    ?? throw new SearchFailedException($"The search index '{path}' was written but cannot be read again. Check the disk, then delete the file.");
            }
            SetStatus(new IndexStatus(IndexState.MakingVectors, 0, words.Passages.Count));
            return words;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw Fail($"The search index cannot be written to '{_options.IndexFolder}': {e.Message}. Free disk space or make the folder writable, then search again.", e);
        }
    }

    /// <summary>A browser may have been installed since, or a reader may have more time than it had.</summary>
    private async Task<bool> CanReadMoreAsync(WordIndex words)
    {
        foreach (var url in words.Unread.Take(MaxRetries))
        {
            if ((await _pages.ReadAsync(url, _disposing.Token)).Kind == PageKind.Web)
            {
                return true;
            }
        }
        return false;
    }

    private async Task<(IReadOnlyList<IndexedPage> Pages, IReadOnlyList<Uri> Unread)> ReadPagesAsync()
    {
        var pages = new IndexedPage?[_pages.Urls.Count];
        var done = 0;
        SetStatus(new IndexStatus(IndexState.ReadingPages, 0, pages.Length));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = _disposing.Token };
        await Parallel.ForAsync(0, pages.Length, parallel, async (i, token) =>
        {
            var page = await _pages.ReadAsync(_pages.Urls[i], token);
            pages[i] = page.Kind == PageKind.Web ? IndexedPage.Of(page) : null;
            SetStatus(new IndexStatus(IndexState.ReadingPages, Interlocked.Increment(ref done), pages.Length));
        });
        var unread = _pages.Urls.Where((_, i) => pages[i] is null).ToArray();
        LogIndexed(_logger, pages.Length - unread.Length, unread.Length);
        return ([.. pages.OfType<IndexedPage>().Where(p => p.Passages.Count > 0)], unread);
    }

    private async Task<VectorIndex?> PrepareVectorsAsync(WordIndex words)
    {
        try
        {
            var vectors = _options.Ranking == SearchRanking.Words ? null : await CompleteVectorsAsync(words, _disposing.Token);
            SetStatus(new IndexStatus(IndexState.Ready, words.Passages.Count, words.Passages.Count));
            return vectors is null ? null : new VectorIndex(vectors, words.Passages.Select(p => p.Page), _embedder.Dimensions);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Fail($"Searching goes on by words alone, since the passages have no vectors: {e.Message}", e);
        }
    }

    private Task<IReadOnlyList<sbyte[]>> CompleteVectorsAsync(WordIndex words, CancellationToken cancellationToken) => PassageVectorStore.CompleteAsync(
        words, _embedder, _options.ShippedVectors, Path.Combine(_options.IndexFolder, $"{_pages.Version}.vectors"),
        (done, total) => SetStatus(new IndexStatus(IndexState.MakingVectors, done, total)), cancellationToken);

    private SearchFailedException Fail(string message, Exception e)
    {
        SetStatus(Status with { State = IndexState.Failed, Message = message });
        LogFailed(_logger, message);
        return new SearchFailedException(message, e);
    }

    private void SetStatus(IndexStatus status) => Volatile.Write(ref _status, status);

    [LoggerMessage(Level = LogLevel.Information, Message = "Indexed {Count} pages; {LeftOut} that could not be read were left out and are tried again at the next start.")]
    private static partial void LogIndexed(ILogger logger, int count, int leftOut);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message}")]
    private static partial void LogFailed(ILogger logger, string message);
}
