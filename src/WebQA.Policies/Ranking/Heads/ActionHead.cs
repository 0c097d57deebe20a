using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Policies.Ranking.Notebooks;

namespace WebQA.Policies.Ranking.Heads;

/// <summary>Chooses the kind of action. It has no noise of its own: its course follows from what was read and from what is left.</summary>
internal static class ActionHead
{
    /// <summary>Actions kept for quoting once a page is read: the way to each page and back, and a dozen quotes.</summary>
    private const int ActionsAPage = 2;

    private const int ActionsForQuotes = 12;

    /// <summary>Actions kept while no page is open: a click and a quote.</summary>
    private const int FewestActions = 2;

    /// <summary>Whether reading may go on: nothing was quoted yet, and enough actions stay for quoting.</summary>
    public static bool MayRead(Notebook notebook, Observation observation) =>
        !notebook.HasQuotes && observation.ActionsLeft >= Reserve(notebook.Web.Count());

    /// <summary>Whether the page shown goes on below what was read of it.</summary>
    public static bool ShouldScroll(Notebook notebook, Observation observation, RankingWeights weights) =>
        notebook.Current is { Kind: PageKind.Web } page
        && observation.EndLine == page.EndLine && page.EndLine < page.LineCount && page.Windows < weights.Browsing.WindowsAPage;

    /// <summary>The quote to take next: of the first share, on the page shown if it has one left, else on the page with the best.</summary>
    public static PlannedQuote? NextQuote(Notebook notebook, QuotePlan plan, Observation observation)
    {
        var open = plan.Quotes
            .Where(q => !notebook.WasTried(q.PageKey, q.Command) && q.Words <= observation.WordsLeft
                && Route.To(notebook, q.PageKey) is { } route && route.Actions < observation.ActionsLeft)
            .ToList();
        var share = open.Exists(q => q.IsFirst) ? open.Where(q => q.IsFirst).ToList() : open;
        return share.Find(q => q.PageKey == notebook.Current?.Key) ?? share.MaxBy(q => q.Value) switch
        {
            { } best => share.Find(q => q.PageKey == best.PageKey),
            null => null,
        };
    }

    private static int Reserve(int pages) => pages == 0 ? FewestActions : (ActionsAPage * pages) + ActionsForQuotes + 1;
}
