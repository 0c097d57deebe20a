using WebQA.Core.Browsing;
using WebQA.Policies.Ranking.Notebooks;

namespace WebQA.Policies.Ranking.Passages;

/// <summary>The pages of an episode as read, each taken apart once and again only when more of it was read.</summary>
internal sealed class Library(EmbeddingBook embeddings)
{
    private readonly Dictionary<string, ReadPage> _pages = [];

    public async Task<ReadPage> ReadAsync(NotedPage page, CancellationToken cancellationToken)
    {
        if (!_pages.TryGetValue(page.Key, out var read) || read.LinesRead != page.LinesRead || !ReferenceEquals(read.Noted, page))
        {
            read = await ReadPage.OfAsync(page, embeddings, cancellationToken);
            _pages[page.Key] = read;
        }
        return read;
    }

    /// <summary>All web pages opened so far, in that order.</summary>
    public async Task<IReadOnlyList<ReadPage>> ReadAllAsync(Notebook notebook, CancellationToken cancellationToken)
    {
        var pages = new List<ReadPage>();
        foreach (var page in notebook.Pages.Where(p => p.Kind == PageKind.Web))
        {
            pages.Add(await ReadAsync(page, cancellationToken));
        }
        return pages;
    }
}
