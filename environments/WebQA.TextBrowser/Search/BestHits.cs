using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Search;

/// <summary>Keeps the best few of many hits: higher scores first, equal ones by page.</summary>
/// <param name="count">How many are kept, at least 1.</param>
internal sealed class BestHits(int count)
{
    private readonly PriorityQueue<WordIndex.Hit, (float Score, int Page)> _kept = new(Comparer<(float Score, int Page)>.Create(Order));
    private (float Score, int Page) _worst;

    /// <summary>Offers a hit.</summary>
    public void Add(float score, WordIndex.Hit hit)
    {
        if (_kept.Count < count)
        {
            _kept.Enqueue(hit, (score, hit.Page));
        }
        else if (score > _worst.Score) // Pages come in rising order, so an equal one is no better.
        {
            _kept.DequeueEnqueue(hit, (score, hit.Page));
        }
        else
        {
            return;
        }
        _kept.TryPeek(out _, out _worst);
    }

    /// <summary>What was kept, best first. Nothing can be added afterwards.</summary>
    public IReadOnlyList<WordIndex.Hit> InOrder()
    {
        var hits = new WordIndex.Hit[_kept.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = _kept.Dequeue();
        }
        return hits;
    }

    /// <summary>The worst comes first: lower scores, and of equal ones the later page.</summary>
    private static int Order((float Score, int Page) a, (float Score, int Page) b) =>
        a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Page.CompareTo(a.Page);
}
