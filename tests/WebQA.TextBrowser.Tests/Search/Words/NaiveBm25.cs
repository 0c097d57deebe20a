using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Tests.Search.Words;

/// <summary>BM25 as its definition reads, k1 .9 and b .4, over words parted by spaces: what the index must agree with.</summary>
internal static class NaiveBm25
{
    public static Dictionary<int, double> Rank(IReadOnlyList<IndexedPage> pages, IReadOnlyList<string> query)
    {
        var passages = pages.SelectMany((p, i) => p.Passages.Select(x => (Page: i, Words: Words($"{p.Title} {x.Heading} {x.Text}")))).ToList();
        var whole = pages.Select(p => Words($"{p.Title} {p.Title} {string.Join(' ', p.Passages.Select((x, i) => i > 0 && p.Passages[i - 1].Heading == x.Heading ? x.Text : $"{x.Heading} {x.Text}"))}")).ToList();
        var ofPassages = Scores([.. passages.Select(p => p.Words)], query);
        var ofPages = Scores(whole, query);
        return pages.Select((_, i) => (Page: i, Best: passages.Zip(ofPassages).Where(p => p.First.Page == i).Max(p => p.Second)))
            .ToDictionary(p => p.Page, p => p.Best > 0 ? p.Best + ofPages[p.Page] : 0);
    }

    private static double[] Scores(List<string[]> texts, IReadOnlyList<string> query)
    {
        var mean = texts.Average(t => t.Length);
        var frequencies = query.ToDictionary(w => w, w => texts.Count(t => t.Contains(w)));
        return [.. texts.Select(t => query.Sum(word =>
        {
            var idf = Math.Log(1 + (texts.Count - frequencies[word] + 0.5) / (frequencies[word] + 0.5));
            double times = t.Count(w => w == word);
            return idf * times * 1.9 / (times + 0.9 * (0.6 + 0.4 * t.Length / mean));
        }))];
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
