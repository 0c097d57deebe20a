using System.Net;
using System.Text.RegularExpressions;

namespace WebQA.OfflineWebs;

/// <summary>A search that behaves as Wikipedia's does: a page has every word of the query, or one of those that OR joins; rare words count more.</summary>
internal sealed partial class WikiSearch
{
    private const int SnippetWords = 30;

    private readonly IReadOnlyList<Article> _articles;
    private readonly Dictionary<string, int>[] _counts;
    private readonly Dictionary<string, int> _pagesWith = new(StringComparer.Ordinal);

    public WikiSearch(IReadOnlyList<Article> articles)
    {
        _articles = articles;
        _counts = [.. articles.Select(a => Words($"{a.Title} {string.Join(' ', a.Paragraphs)}").CountBy(w => w).ToDictionary(StringComparer.Ordinal))];
        foreach (var word in _counts.SelectMany(c => c.Keys))
        {
            _pagesWith[word] = _pagesWith.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The places of the pages in the corpus, best first.</summary>
    public IReadOnlyList<int> Find(string query)
    {
        var isAny = query.Contains(" OR ", StringComparison.Ordinal);
        var terms = Words(query.Replace(" OR ", " ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToArray();
        return
        [
            .. Enumerable.Range(0, _articles.Count)
                .Where(i => terms.Length > 0 && (isAny ? terms.Any(_counts[i].ContainsKey) : terms.All(_counts[i].ContainsKey)))
                .OrderByDescending(i => terms.Sum(t => Weight(i, t))),
        ];
    }

    /// <summary>The words around the first that was searched for, marked as MediaWiki marks them.</summary>
    public string Snippet(int page, string query)
    {
        var terms = Words(query).ToHashSet(StringComparer.Ordinal);
        var words = string.Join(' ', _articles[page].Paragraphs).Split(' ');
        var first = Math.Max(0, Array.FindIndex(words, w => Words(w).Any(terms.Contains)) - (SnippetWords / 2));
        return string.Join(' ', words.Skip(first).Take(SnippetWords).Select(w =>
            Words(w).Any(terms.Contains) ? $"<span class=\"searchmatch\">{WebUtility.HtmlEncode(w)}</span>" : WebUtility.HtmlEncode(w)));
    }

    private double Weight(int page, string term)
    {
        var count = _counts[page].GetValueOrDefault(term);
        var inTitle = Words(_articles[page].Title).Contains(term, StringComparer.Ordinal) ? 3.0 : 1.0;
        return count == 0 ? 0 : inTitle * Math.Log((1.0 + _articles.Count) / _pagesWith[term]) * count / (count + 1.5);
    }

    private static IEnumerable<string> Words(string text) => WordPattern().Matches(text).Select(m => m.Value.ToLowerInvariant());

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex WordPattern();
}
