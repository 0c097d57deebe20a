using WebQA.Core.Browsing;

namespace WebQA.Policies.Ranking.Notebooks;

/// <summary>The way from the page shown to another one, by Back and by links that were clicked before.</summary>
/// <param name="Actions">Actions it takes; 0 where the page is shown.</param>
/// <param name="First">The first of them; null where none is needed.</param>
internal sealed record Route(int Actions, BrowserAction? First)
{
    /// <summary>The shortest way, or null where there is none.</summary>
    public static Route? To(Notebook notebook, string target)
    {
        Route? best = null;
        for (var back = 0; back < notebook.Trail.Count; back++)
        {
            var from = notebook.Trail[^(back + 1)];
            if (Clicks(notebook, from, target) is not { } way)
            {
                continue;
            }
            var actions = back + way.Count;
            if (best is null || actions < best.Actions)
            {
                BrowserAction? first = back > 0 ? new BrowserAction.Back() : way.Link is { } link ? new BrowserAction.Click(link) : null;
                best = new Route(actions, first);
            }
        }
        return best;
    }

    /// <summary>The way to a link of a page: to the page, then the click.</summary>
    public static Route? ToLink(Notebook notebook, string page, int link) =>
        To(notebook, page) is { } way ? new Route(way.Actions + 1, way.First ?? new BrowserAction.Click(link)) : null;

    /// <summary>Up to two known clicks.</summary>
    private static (int Count, int? Link)? Clicks(Notebook notebook, string from, string target)
    {
        if (from == target)
        {
            return (0, null);
        }
        (int, int?)? best = null;
        foreach (var (link, next) in notebook.Clicked(from))
        {
            if (next == target)
            {
                return (1, link);
            }
            if (best is null && notebook.Clicked(next).Any(c => c.Target == target))
            {
                best = (2, link);
            }
        }
        return best;
    }
}
