using System.Collections.Concurrent;
using System.Text;
using WebQA.Core.Browsing;
using WebQA.Core.Questions;
using WebQA.Evaluation.Metrics;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>A web from which some pages are gone: neither found nor opened. An honest policy then abstains.</summary>
/// <param name="inner">The whole web.</param>
/// <param name="urls">The pages that are gone.</param>
/// <param name="clock">Says when a page was found missing.</param>
public sealed class WithoutPages(IEnvironment inner, IEnumerable<string> urls, TimeProvider clock) : IEnvironment
{
    private readonly HashSet<string> _gone = [.. urls.Select(ScoredText.Page)];
    private readonly ConcurrentDictionary<string, TextPage> _made = new();

    /// <inheritdoc/>
    public EnvironmentInfo Info => inner.Info;

    /// <inheritdoc/>
    public async Task<TextPage> SearchAsync(string query, CancellationToken cancellationToken = default)
    {
        var page = await inner.SearchAsync(query, cancellationToken);
        return page.Kind == PageKind.SearchResults && page.Links.Any(l => IsGone(l.Url)) ? Keep(Without(page)) : page;
    }

    /// <inheritdoc/>
    public async Task<TextPage> OpenAsync(string url, CancellationToken cancellationToken = default)
    {
        var page = IsGone(url) ? null : await inner.OpenAsync(url, cancellationToken);
        return page is null || IsGone(page.Url) ? Keep(NotFound(url, clock.GetUtcNow())) : page;
    }

    /// <inheritdoc/>
    public Task<TextPage> ReadAsync(string pageSha256, CancellationToken cancellationToken = default) =>
        _made.TryGetValue(pageSha256, out var page) ? Task.FromResult(page) : inner.ReadAsync(pageSha256, cancellationToken);

    /// <inheritdoc/>
    public IEnvironment For(Question question, IReadOnlyList<string>? referenceAnswers = null) =>
        new WithoutPages(inner.For(question, referenceAnswers), _gone, clock);

    private bool IsGone(string url) => _gone.Contains(ScoredText.Page(url));

    private TextPage Keep(TextPage page) => _made.GetOrAdd(page.PageSha256, page);

    /// <summary>The results without those that are gone; each result is a block of lines, its first line the link.</summary>
    private TextPage Without(TextPage page)
    {
        var text = new StringBuilder();
        var links = new List<PageLink>();
        foreach (var block in page.Text.Split("\n\n"))
        {
            if (page.Links.FirstOrDefault(l => block.StartsWith($"【{l.Id}†", StringComparison.Ordinal)) is not { } link || IsGone(link.Url))
            {
                continue;
            }
            text.Append(text.Length > 0 ? "\n\n" : string.Empty).Append($"【{links.Count}†").Append(block.AsSpan(block.IndexOf('†') + 1));
            links.Add(link with { Id = links.Count });
        }
        return new TextPage(page.Content with { Text = text.ToString(), Links = links }, page.FetchedAt);
    }

    private static TextPage NotFound(string url, DateTimeOffset at) => new(
        new PageContent
        {
            Kind = PageKind.Error,
            Url = url,
            RequestedUrl = url,
            Domain = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.IdnHost : string.Empty,
            Title = "Page not found",
            Text = "The server answered 404: there is no page at this address.",
        },
        at);
}
