using WebQA.TextBrowser.Fetching.Robots;

namespace WebQA.TextBrowser.Tests.Fetching.Robots;

public sealed class RobotsRulesTests
{
    [Theory] // RFC 9309 §5, and the cases that crawlers most often get wrong
    [InlineData("User-agent: *\nDisallow: /private", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    [InlineData("", "/x", true)]
    [InlineData("user-agent: WEBQA\ndisallow: /", "/x", false)]
    [InlineData("User-agent: WebQA/2.1\nDisallow: /", "/x", false)]
    [InlineData("User-agent: other\nDisallow: /", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: webqa\nDisallow: /only", "/x", true)]
    [InlineData("User-agent: a\nUser-agent: webqa\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: webqa\nDisallow: /a\n\nUser-agent: webqa\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: *\nAllow: /p/open\nDisallow: /p", "/p/open/1", true)]
    [InlineData("User-agent: *\nDisallow: /p\nAllow: /p/open", "/p/open/1", true)]
    [InlineData("User-agent: *\nDisallow: /p/\nAllow: /p/", "/p/1", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc/d", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxcyyb", true)]
    [InlineData("User-agent: *\nDisallow: /*?session=", "/x?session=1", false)]
    [InlineData("User-agent: *\nDisallow: /ü", "/%C3%BC", false)]
    [InlineData("User-agent: *\nDisallow: /%c3%bc", "/%C3%BC", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe/x", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("# no group\nDisallow: /", "/x", true)]
    [InlineData("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/publications/x.gif", true)]
    [InlineData("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/x.gif", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /a%2Ab", "/a*b", false)]
    [InlineData("User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*b", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("User-agent: webqabot\nDisallow: /", "/y", true)]
    [InlineData("\uFEFFUSER-AGENT : * # all\r\nDISALLOW : /y # and below\r\n", "/y", false)]
    [InlineData("User-agent: *\nunknown: x\nDisallow /y\nDisallow: /z", "/y", true)]
    [InlineData("<html>no robots here</html>", "/y", true)]
    [InlineData("User-agent: * # all\r\nDisallow: /x # not this", "/x", false)]
    public void A_page_is_allowed_as_the_longest_rule_of_the_crawlers_group_says(string file, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsRules.Parse(file, "WebQA").Allows(new Uri("https://a.example" + path)));

    [Fact]
    public void The_wait_and_the_sitemaps_of_a_site_are_read()
    {
        var rules = RobotsRules.Parse("Sitemap: https://a.example/map.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x", "WebQA");

        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.CrawlDelay);
        Assert.Equal(["https://a.example/map.xml"], rules.Sitemaps);
        Assert.Null(RobotsRules.Parse("User-agent: *\nCrawl-delay: soon", "WebQA").CrawlDelay);
    }
}
