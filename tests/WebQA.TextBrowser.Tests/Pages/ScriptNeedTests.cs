using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Tests.Pages;

public sealed class ScriptNeedTests
{
    [Fact]
    public void Exactly_the_six_script_built_pages_of_the_mini_web_need_a_browser()
    {
        MiniWeb.SkipUnlessThere();

        var needing = MiniWeb.HtmlPages().Where(p => ScriptNeed.IsLikely(p.Snapshot)).Select(p => p.Snapshot.FinalUrl.AbsoluteUri);

        Assert.Equal(
            [
                "https://bodybasics.example/caffeine",
                "https://howtechworks.example/touchscreens",
                "https://plaineconomics.example/overbooking",
                "https://skyandstuff.example/noise-cancelling",
                "https://storiesofthings.example/seven-day-week",
                "https://wildlife-journal.example/octopus-camouflage",
            ],
            needing);
    }

    [Fact]
    public void A_page_without_scripts_needs_none() =>
        Assert.False(ScriptNeed.IsLikely(PageFixtures.Snapshot("<p>Short.</p>")));

    [Fact]
    public void A_shell_that_waits_for_its_script_needs_a_browser() =>
        Assert.True(ScriptNeed.IsLikely(PageFixtures.Snapshot("<div id=app>Loading…</div><script src=app.js></script>")));
}
