using WebQA.Core.Browsing;

namespace WebQA.Policies.Ranking.Notebooks;

/// <summary>One result as the results page shows it.</summary>
/// <param name="PageKey">Key of the results page.</param>
/// <param name="Link">The link that opens it.</param>
/// <param name="Rank">Its place, from 0.</param>
internal sealed record NotedResult(string PageKey, ShownLink Link, int Rank)
{
    /// <summary>The results of all searches, in the order shown, the same title of the same domain once.</summary>
    public static List<NotedResult> All(Notebook notebook)
    {
        var results = new List<NotedResult>();
        var seen = new HashSet<(string, string)>();
        foreach (var page in notebook.Pages.Where(p => p.Kind == PageKind.SearchResults))
        {
            foreach (var link in page.Links)
            {
                if (seen.Add((link.Text, link.Domain)))
                {
                    results.Add(new NotedResult(page.Key, link, results.Count));
                }
            }
        }
        return results;
    }
}
