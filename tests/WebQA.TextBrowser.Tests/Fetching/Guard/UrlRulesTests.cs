using System.Net;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Tests.Fetching.Guard;

public sealed class UrlRulesTests
{
    private static readonly UrlRules Rules = new(new GuardOptions());

    [Theory]
    [InlineData("HTTP://Example.COM", "http://example.com/")]
    [InlineData("https://example.com:443?q=1#top", "https://example.com/?q=1#top")]
    [InlineData("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4")]
    [InlineData("http://example.com.:80/a", "http://example.com/a")]
    [InlineData("http://[2606:4700::1]/", "http://[2606:4700::1]/")]
    public void A_public_address_is_opened_in_its_usual_spelling(string url, string usual) => Assert.Equal(usual, Rules.Check(url).AbsoluteUri);

    [Theory]
    [InlineData("http://0x7f.1/", GuardRefusal.Private, "127.0.0.1 is not on the public web, so it is not opened. An operator can allow it under 'privateOrigins' of the environment.")]
    [InlineData("http://router/", GuardRefusal.Private, "router is not on the public web, so it is not opened. An operator can allow it under 'privateOrigins' of the environment.")]
    [InlineData("ftp://example.com/", GuardRefusal.Scheme, "Addresses that begin with 'ftp:' are not opened; only http and https are.")]
    [InlineData("example", GuardRefusal.Scheme, "That is no web address: it must begin with http:// or https://.")]
    [InlineData("http://a:b@example.com/", GuardRefusal.Credentials, "The address holds a name or password, which is never sent. Leave out what stands before the @.")]
    [InlineData("http://example.com:22/", GuardRefusal.Port, "Port 22 is not one that pages are read from (80, 443).")]
    [InlineData("http://1.2.3.4.5/", GuardRefusal.InvalidUrl, "That is no web address: its host or port cannot be read.")]
    public void What_breaks_a_rule_is_refused_with_the_reason(string url, GuardRefusal refusal, string message)
    {
        var refused = Assert.Throws<GuardRefusedException>(() => Rules.Check(url));

        Assert.Equal((refusal, message), (refused.Refusal, refused.Message));
    }

    [Fact]
    public void An_operator_opens_one_private_origin_and_no_other_port_of_it()
    {
        var rules = new UrlRules(new GuardOptions { PrivateOrigins = ["http://localhost:8888"] });

        Assert.Equal("http://localhost:8888/search", rules.Check("http://localhost:8888/search").AbsoluteUri);
        Assert.Equal(GuardRefusal.Private, Assert.Throws<GuardRefusedException>(() => rules.Check("http://localhost/")).Refusal);
    }

    [Theory]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.128.0.1", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("fe80::1%1", false)]
    public void An_address_is_judged_by_where_it_leads(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));
}
