namespace WebQA.TextBrowser.Search;

/// <summary>Joins rankings by rank alone, so that their scores need no common scale.</summary>
/// <remarks>Cormack, Clarke and Büttcher 2009. The constant is the one measured best on the mini web; equal weights are best on the training claims of SciFact, and the mini web sees no difference.</remarks>
internal static class ReciprocalRankFusion
{
    private const double Constant = 10;

    /// <summary>Pages, best first; what a ranking lacks gets nothing from it. Equal scores are ordered by page number.</summary>
    public static IReadOnlyList<int> Fuse(params IReadOnlyList<(IReadOnlyList<int> Ranking, double Weight)> rankings)
    {
        var scores = new Dictionary<int, double>();
        foreach (var (ranking, weight) in rankings)
        {
            for (var rank = 0; rank < ranking.Count; rank++)
            {
                scores[ranking[rank]] = scores.GetValueOrDefault(ranking[rank]) + weight / (Constant + rank + 1);
            }
        }
        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => s.Key)];
    }
}
