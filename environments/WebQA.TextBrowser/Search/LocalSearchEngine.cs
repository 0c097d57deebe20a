using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Search;

/// <summary>Searches the pages of an environment on this machine: words (BM25) fused with the embedder over passages.</summary>
/// <remarks>
/// Nothing happens before the first search or <see cref="StartPreparing"/>. Searches wait until the words are indexed, seconds at the
/// first start, and never for vectors: until these are there, words alone answer. Above <see cref="LocalSearchOptions.MostPassagesUnasked"/>
/// passages vectors are made only once <see cref="MakeVectorsAsync"/> asks for them. <see cref="WaitUntilReadyAsync"/> is for runs whose
/// answers must not depend on when they were asked. The same pages, ready, give the same results for the same query, always.
/// </remarks>
public sealed partial class LocalSearchEngine : IPreparedSearchEngine, IAsyncDisposable
{
    /// <summary>Pages of each ranking that are joined.</summary>
    private const int FusedDepth = 200;

    private readonly LocalSearchOptions _options;
    private readonly ISearchablePages _pages;
    private readonly IEmbedder _embedder;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _disposing = new();
    private readonly Lock _lock = new();
    private Task<WordIndex>? _words;
    private Task<VectorIndex?>? _vectors;
    private bool _areVectorsWanted;
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

    private string VectorPath => Path.Combine(_options.IndexFolder, $"{_pages.Version}.rows");

    /// <inheritdoc/>
    public void StartPreparing() => _ = Prepare();

    /// <inheritdoc/>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken = default)
    {
        var (words, vectors) = Prepare();
        await words.WaitAsync(cancellationToken);
        await vectors.WaitAsync(cancellationToken);
    }

    /// <summary>Makes the vectors of all passages however many they are, and waits for them; what an earlier call made is kept. <see cref="Status"/> says how far it is.</summary>
    /// <exception cref="SearchFailedException">They could not be made; the message says why and what to do.</exception>
    public async Task MakeVectorsAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _areVectorsWanted = true;
            if (_vectors is { IsCompletedSuccessfully: true, Result: null })
            {
                _vectors = null;
            }
        }
        await WaitUntilReadyAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        var (words, hits, terms) = await FindAsync(query, count, cancellationToken);
        return [.. hits.Select(hit => new SearchResult(words.TitleOf(hit.Page), words.UrlOf(hit.Page), Snippet.Cut(words.Read(hit.Passage).Text, terms)))];
    }

    /// <summary>The addresses of the best pages, best first, without titles and snippets.</summary>
    /// <exception cref="SearchFailedException">The index could not be made; the message says why and what to do.</exception>
    public async Task<IReadOnlyList<string>> RankAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        var (words, hits, _) = await FindAsync(query, count, cancellationToken);
        return [.. hits.Select(hit => words.UrlOf(hit.Page))];
    }

    /// <summary>Writes the vectors of all passages to a file, which can be shipped with the pages (<see cref="LocalSearchOptions.ShippedVectors"/>) so that a first start is instant.</summary>
    /// <exception cref="SearchFailedException">The index could not be made; the message says why and what to do.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task ExportVectorsAsync(string file, CancellationToken cancellationToken = default)
    {
        await MakeVectorsAsync(cancellationToken);
        var words = await Prepare().Words;
        var vectors = (await Prepare().Vectors)!;
        var byKey = new Dictionary<UInt128, sbyte[]>();
        for (var i = 0; i < words.PassageCount; i++)
        {
            byKey[words.KeyOf(i)] = vectors.Read(i);
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
        var vectors = _options.Ranking == SearchRanking.Vectors || preparingVectors.IsCompletedSuccessfully ? await preparingVectors.WaitAsync(cancellationToken) : null;
        if (vectors is null)
        {
            return (words, words.Search(terms, count), terms);
        }
        var depth = Math.Max(count, FusedDepth);
        var vector = await _embedder.EmbedAsync([query], cancellationToken);
        var byVectors = vectors.Search(vector[0], depth);
        var hits = _options.Ranking == SearchRanking.Vectors ? byVectors : Fuse(words.Search(terms, depth), byVectors);
        return (words, [.. hits.Take(count)], terms);
    }

    private static IEnumerable<WordIndex.Hit> Fuse(IReadOnlyList<WordIndex.Hit> byWords, IReadOnlyList<WordIndex.Hit> byVectors)
    {
        var fused = ReciprocalRankFusion.Fuse(([.. byWords.Select(h => h.Page)], 1), ([.. byVectors.Select(h => h.Page)], 1));
        var passages = byVectors.ToDictionary(h => h.Page, h => h.Passage);
        foreach (var hit in byWords)
        {
            passages.TryAdd(hit.Page, hit.Passage);
        }
        return fused.Select(page => new WordIndex.Hit(page, passages[page]));
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
                var (words, areWanted) = (_words, _areVectorsWanted);
                _vectors = Task.Run(async () => await PrepareVectorsAsync(await words, areWanted));
            }
            return (_words, _vectors);
        }
    }

    private async Task<WordIndex> PrepareWordsAsync()
    {
        try
        {
            var maker = new WordIndexMaker(_options, _pages, (done, total) => SetStatus(new IndexStatus(IndexState.ReadingPages, done, total)), _logger);
            var words = await maker.GetAsync(Path.Combine(_options.IndexFolder, $"{_pages.Version}.words"), _disposing.Token);
            SetStatus(new IndexStatus(IndexState.MakingVectors, 0, words.PassageCount));
            return words;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fail($"The search index cannot be written to '{_options.IndexFolder}': {e.Message}. Free disk space or make the folder writable, then search again.", e);
        }
    }

    /// <summary>Null where words alone are to answer.</summary>
    private async Task<VectorIndex?> PrepareVectorsAsync(WordIndex words, bool areWanted)
    {
        try
        {
            var maker = new PassageVectorMaker(_options, _embedder, (done, total) => SetStatus(new IndexStatus(IndexState.MakingVectors, done, total)));
            var isUnasked = _options.Ranking == SearchRanking.Hybrid && !areWanted && words.PassageCount > _options.MostPassagesUnasked;
            var vectors = _options.Ranking == SearchRanking.Words ? null
                : isUnasked ? maker.TryOpen(VectorPath, words)
                : await maker.CompleteAsync(VectorPath, words, _disposing.Token);
            SetStatus(new IndexStatus(IndexState.Ready, vectors is null ? 0 : words.PassageCount, words.PassageCount));
            return vectors;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Fail($"Searching goes on by words alone, since the passages have no vectors: {e.Message}", e);
        }
    }

    private SearchFailedException Fail(string message, Exception e)
    {
        SetStatus(Status with { State = IndexState.Failed, Message = message });
        LogFailed(_logger, message);
        return new SearchFailedException(message, e);
    }

    private void SetStatus(IndexStatus status) => Volatile.Write(ref _status, status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message}")]
    private static partial void LogFailed(ILogger logger, string message);
}
