using WebQA.TextBrowser.Environments.Creation.Sites;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

public class RobotsRulesTests
{
    [Theory]
    // RFC 9309 §5.1 and §5.2
    [InlineData("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/publications/x.gif", true)]
    [InlineData("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/x.gif", false)]
    [InlineData("User-Agent: *\nDisallow: *.gif$", "/x.gif?size=2", true)]
    [InlineData("User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nUser-Agent: webqa\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    // §2.2.2: the longest match, and of equals the one that allows.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /a%3cd.html", "/a%3Cd.html", false)]
    [InlineData("User-agent: *\nDisallow: /%7ejoe/", "/~joe/index.html", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /*/private*x$", "/q/private/more/x", false)]
    [InlineData("User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*b", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    // §2.2.1: our group before the one for all, groups of one name are one, names in any case and with a version.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: WebQA/1.0\nDisallow: /x", "/y", true)]
    [InlineData("User-agent: webqa\nDisallow: /x\nUser-agent: other\nDisallow: /\nUser-agent: WEBQA\nDisallow: /y", "/y", false)]
    [InlineData("User-agent: webqabot\nDisallow: /", "/y", true)]
    [InlineData("Disallow: /", "/y", true)]
    [InlineData("\uFEFFUSER-AGENT : * # all\r\nDISALLOW : /y # and below\r\n", "/y", false)]
    [InlineData("User-agent: *\nunknown: x\nDisallow /y\nDisallow: /z", "/y", true)]
    [InlineData("<html>no robots here</html>", "/y", true)]
    public void A_path_is_allowed_or_not(string robots, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsRules.Parse(robots).Allows(new Uri("https://a.example" + path)));

    [Fact]
    public void Delay_and_sitemaps_are_read()
    {
        var rules = RobotsRules.Parse("Sitemap: https://a.example/one.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x\nSitemap: https://a.example/two.xml");

        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.Delay);
        Assert.Equal(["https://a.example/one.xml", "https://a.example/two.xml"], rules.Sitemaps);
        Assert.Null(RobotsRules.Parse("User-agent: *\nCrawl-delay: soon").Delay);
    }
}
