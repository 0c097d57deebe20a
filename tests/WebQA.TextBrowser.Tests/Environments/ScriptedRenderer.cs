using System.Text;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Rendering;

namespace WebQA.TextBrowser.Tests.Environments;

/// <summary>Stands for a browser: gives one text for every page, or says that there is no browser.</summary>
internal sealed class ScriptedRenderer : IPageRenderer
{
    /// <summary>What the scripts make of a page; null where there is no browser.</summary>
    public string? Html { get; set; }

    public int Renderings { get; private set; }

    public bool IsAvailable => Html is not null;

    public string? WhyNot => IsAvailable ? null : "No browser.";

    public async Task<FetchOutcome> RenderAsync(Uri url, IPageFetcher fetcher, CancellationToken cancellationToken = default)
    {
        Renderings++;
        if (Html is null)
        {
            return new FetchOutcome.Failed("needs_browser", "This page builds its text by scripts. Run 'webqa doctor --fix'.");
        }
        var fetched = (FetchOutcome.Fetched)await fetcher.FetchAsync(url, cancellationToken);
        return new FetchOutcome.Fetched(fetched.Snapshot with { Bytes = Encoding.UTF8.GetBytes(Html), IsRendered = true });
    }
}
