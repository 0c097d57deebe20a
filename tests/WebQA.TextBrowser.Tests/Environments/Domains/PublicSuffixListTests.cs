using WebQA.TextBrowser.Environments.Domains;

namespace WebQA.TextBrowser.Tests.Environments.Domains;

public class PublicSuffixListTests
{
    [Theory] // Cases of the list's own test file, and those that environments meet.
    [InlineData("reddit.com", "reddit.com")]
    [InlineData("OLD.Reddit.com.", "reddit.com")]
    [InlineData("a.b.example.co.uk", "example.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("test.k12.ak.us", "test.k12.ak.us")]
    [InlineData("b.test.k12.ak.us", "test.k12.ak.us")]
    [InlineData("b.c.kobe.jp", "b.c.kobe.jp")]
    [InlineData("a.b.c.kobe.jp", "b.c.kobe.jp")]
    [InlineData("www.city.kobe.jp", "city.kobe.jp")]
    [InlineData("www.www.ck", "www.ck")]
    [InlineData("alice.github.io", "alice.github.io")]
    [InlineData("pages.alice.github.io", "alice.github.io")]
    [InlineData("www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn")]
    [InlineData("www.blocked.example", "blocked.example")]
    [InlineData("localhost", "localhost")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[2001:db8::1]", "[2001:db8::1]")]
    public void The_registrable_domain_of_a_host_is_what_its_owner_registered(string host, string domain) =>
        Assert.Equal(domain, PublicSuffixList.Bundled.RegistrableDomain(host));

    [Theory]
    [InlineData("https://reddit.com/r/crows", true)]
    [InlineData("https://old.reddit.com/", true)]
    [InlineData("https://REDDIT.com./", true)]
    [InlineData("https://notreddit.com/", false)]
    [InlineData("https://reddit.com.example/", false)]
    [InlineData("https://redd.it/", false)]
    [InlineData("https://answers.example.co.uk/", true)]
    [InlineData("https://other.co.uk/", false)]
    [InlineData("https://alice.github.io/", true)]
    [InlineData("https://bob.github.io/", false)]
    [InlineData("https://crows.blogspot.com/", true)]
    [InlineData("https://bücher.example/", true)]
    public void An_entry_stands_for_its_registrable_domain(string url, bool isBlocked) => Assert.Equal(
        isBlocked,
        new BlockedDomains(["reddit.com", "www.example.co.uk", "alice.github.io", "blogspot.com", "xn--bcher-kva.example"]).Contains(new Uri(url)));

    [Fact]
    public void Comments_and_what_follows_a_space_are_no_rules()
    {
        var list = PublicSuffixList.Read(new StringReader("// words\n\nshop trailing words\n*.wide\n!narrow.wide\n"));

        Assert.Equal("b.shop", list.RegistrableDomain("a.b.shop"));
        Assert.Equal("a.b.wide", list.RegistrableDomain("x.a.b.wide"));
        Assert.Equal("narrow.wide", list.RegistrableDomain("x.narrow.wide"));
        Assert.Equal("a.words", list.RegistrableDomain("x.a.words"));
    }
}
