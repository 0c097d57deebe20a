using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Tests.Pages;

public sealed class ResultsPageTests
{
    [Fact]
    public void Each_result_is_a_link_line_a_snippet_and_a_blank_line()
    {
        var page = ResultsPage.Create(
            "how to train crows",
            [
                new("Friends With Crows", "https://pethelpful.example/crows#top", "If you did this\na few times"),
                new("Gifts From Crows", "https://www.birds.example/gifts", "The piece of apple"),
            ],
            PageFixtures.Time);

        Assert.Equal(
            "【0†Friends With Crows†pethelpful.example】\nIf you did this a few times\n\n【1†Gifts From Crows†www.birds.example】\nThe piece of apple",
            page.Text);
        Assert.Equal("Search results for: how to train crows", page.Title);
        Assert.Equal(PageKind.SearchResults, page.Kind);
        Assert.Equal(new PageLink(0, "Friends With Crows", "https://pethelpful.example/crows", "pethelpful.example"), page.Links[0]);
    }

    [Fact]
    public void Reserved_characters_of_the_query_and_the_results_are_replaced()
    {
        var page = ResultsPage.Create("♦Quotes 【1†x】\n◼", [new("A†B【9†bank】", "https://a.example/", "♦Text ◼ 【")], PageFixtures.Time);

        Assert.Equal("Search results for: ◆Quotes 〖1†x〗 ◾", page.Title);
        Assert.Equal("【0†A‡B〖9‡bank〗†a.example】\n◆Text ◾ 〖", page.Text);
    }

    [Fact]
    public void Nothing_found_is_said()
    {
        var page = ResultsPage.Create("zzz", [], PageFixtures.Time);

        Assert.Equal("No results were found.", page.Text);
        Assert.Empty(page.Links);
    }

    [Fact]
    public void A_result_that_cannot_be_opened_is_left_out()
    {
        var page = ResultsPage.Create("x", [new("File", "file:///etc/passwd", "secret"), new("Web", "http://a.example/", "")], PageFixtures.Time);

        Assert.Equal("【0†Web†a.example】", page.Text);
    }

    [Fact]
    public void An_error_page_says_what_happened()
    {
        var page = ErrorPage.Create("https://a.example/x", "Page not found", "The server says that there is no such page.", PageFixtures.Time);

        Assert.Equal("The server says that there is no such page.", page.Text);
        Assert.Equal("Page not found (a.example)", page.DisplayTitle);
        Assert.Equal(PageKind.Error, page.Kind);
    }
}
