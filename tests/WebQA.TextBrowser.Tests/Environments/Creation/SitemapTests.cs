using System.Text;
using WebQA.TextBrowser.Environments.Creation.Sites;
using WebQA.TextBrowser.Tests.Warc;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

public class SitemapTests
{
    private const string Urls = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <url><loc> https://a.example/one?x=1&amp;y=2 </loc><lastmod>2026-01-01</lastmod><image:image><image:loc>https://a.example/i.png</image:loc></image:image></url>
          <url><loc><![CDATA[https://a.example/two]]></loc></url>
          <url><loc/></url>
        </urlset>
        """;

    [Fact]
    public void Addresses_are_read_and_pictures_are_not() => Assert.Equal(["https://a.example/one?x=1&y=2", "https://a.example/two"], Read(Urls)?.Pages);

    [Fact]
    public void A_packed_one_is_unpacked() => Assert.Equal(2, Sitemap.Read(WarcText.Gzip(Encoding.UTF8.GetBytes(Urls)))?.Pages.Count);

    [Fact]
    public void An_index_names_sitemaps()
    {
        var index = Read("<sitemapindex xmlns='x'><sitemap><loc>https://a.example/1.xml.gz</loc></sitemap></sitemapindex>");

        Assert.Equal((0, "https://a.example/1.xml.gz"), (index!.Pages.Count, Assert.Single(index.Sitemaps)));
    }

    [Fact]
    public void One_that_was_cut_off_counts_as_far_as_it_goes() => Assert.Equal(["https://a.example/one?x=1&y=2"], Read(Urls[..Urls.IndexOf("<url><loc><!", StringComparison.Ordinal)])?.Pages);

    [Fact]
    public void A_list_of_addresses_is_one() => Assert.Equal(["https://a.example/1", "http://a.example/2"], Read("https://a.example/1\r\nhttp://a.example/2\n\n")?.Pages);

    [Theory]
    [InlineData("<html><body>Hello</body></html>")]
    [InlineData("<rss><channel><item><link>https://a.example/</link></item></channel></rss>")]
    [InlineData("Just words.")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => Assert.Null(Read(text));

    [Fact]
    public void Entities_are_not_unfolded_and_nothing_is_fetched() => Assert.Equal(
        ["https://a.example/1"],
        Read("""
            <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
            <urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/&b;&file;</loc></url></urlset>
            """)?.Pages);

    private static Sitemap? Read(string text) => Sitemap.Read(Encoding.UTF8.GetBytes(text));
}
