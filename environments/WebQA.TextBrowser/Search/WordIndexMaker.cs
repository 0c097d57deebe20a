using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Search;

/// <summary>Opens the index of words of some pages, or reads them and builds it.</summary>
/// <param name="options">Where it lies.</param>
/// <param name="pages">What it is made of.</param>
/// <param name="report">Told how many of how many pages were read.</param>
/// <param name="logger">Told what was left out.</param>
internal sealed partial class WordIndexMaker(LocalSearchOptions options, ISearchablePages pages, Action<int, int> report, ILogger logger)
{
    /// <summary>Pages that are tried again at a start, so that a folder of broken files does not delay each one.</summary>
    private const int MaxRetries = 8;

    /// <summary>Pages that are held in memory at once.</summary>
    private const int PagesAtOnce = 256;

    /// <summary>The index.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<WordIndex> GetAsync(string path, CancellationToken cancellationToken)
    {
        if (WordIndex.TryOpen(path) is { } words && !await CanReadMoreAsync(words, cancellationToken))
        {
            return words;
        }
        await BuildAsync(path, cancellationToken);
        return WordIndex.TryOpen(path) ?? throw new IOException($"'{path}' was written but cannot be read again. Check the disk");
    }

    /// <summary>A browser may have been installed since, or a reader may have more time than it had.</summary>
    private async Task<bool> CanReadMoreAsync(WordIndex words, CancellationToken cancellationToken)
    {
        foreach (var url in words.Unread.Take(MaxRetries))
        {
            if ((await pages.ReadAsync(url, cancellationToken)).Kind == PageKind.Web)
            {
                return true;
            }
        }
        return false;
    }

    private async Task BuildAsync(string path, CancellationToken cancellationToken)
    {
        var done = 0;
        report(0, pages.Urls.Count);
        var unread = new List<Uri>();
        using var builder = new WordIndexBuilder(path);
        foreach (var urls in pages.Urls.Chunk(PagesAtOnce))
        {
            var read = new IndexedPage?[urls.Length];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, urls.Length, parallel, async (i, token) =>
            {
                var page = await pages.ReadAsync(urls[i], token);
                read[i] = page.Kind == PageKind.Web ? IndexedPage.Of(page) : null;
                report(Interlocked.Increment(ref done), pages.Urls.Count);
            });
            unread.AddRange(urls.Where((_, i) => read[i] is null));
            foreach (var page in read.OfType<IndexedPage>().Where(static p => p.Passages.Count > 0))
            {
                builder.Add(page);
            }
        }
        builder.Complete(unread);
        LogIndexed(logger, pages.Urls.Count - unread.Count, unread.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Indexed {Count} pages; {LeftOut} that could not be read were left out and are tried again at the next start.")]
    private static partial void LogIndexed(ILogger logger, int count, int leftOut);
}
