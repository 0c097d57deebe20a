using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Fetching;

/// <summary>Pages of the real web that the archive has from not long ago, so that a site is not asked for the same page again and again.</summary>
/// <param name="archive">Keeps what was handed out, for all environments.</param>
/// <param name="rules">What may be opened here: a page that another environment may read is not shown here by way of the archive.</param>
/// <param name="pages">The environment's folder, whose pages are read from there.</param>
/// <param name="isBlocked">Links that a page must not have here; one that has them is fetched anew and read without them.</param>
/// <param name="age">How old a page may be.</param>
/// <param name="clock">Tells its age.</param>
public sealed class RecentPages(IPageArchive archive, UrlRules rules, FolderPages pages, Predicate<Uri> isBlocked, TimeSpan age, TimeProvider clock)
{
    /// <summary>The page; null where it must be fetched.</summary>
    public async Task<TextPage?> FindAsync(Uri url, CancellationToken cancellationToken)
    {
        if (age == TimeSpan.Zero || pages.Find(url) is not null || !IsAllowed(url.AbsoluteUri))
        {
            return null;
        }
        var page = await archive.FindAsync(url.AbsoluteUri, clock.GetUtcNow() - age, cancellationToken);
        return page is not null && page.Content.Rendering == ObservationVersions.Rendering && !PageNotes.IsPart(page) && IsAllowed(page.Url)
            && !page.Links.Any(l => isBlocked(new Uri(l.Url)))
            ? page
            : null;
    }

    private bool IsAllowed(string url)
    {
        try
        {
            rules.Check(url);
            return true;
        }
        catch (GuardRefusedException)
        {
            return false;
        }
    }
}
