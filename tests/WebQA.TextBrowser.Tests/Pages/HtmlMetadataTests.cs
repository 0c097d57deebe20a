using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages.Html;

namespace WebQA.TextBrowser.Tests.Pages;

/// <summary>Site, authors and dates that pages say of themselves.</summary>
public sealed class HtmlMetadataTests
{
    [Theory]
    [InlineData("<meta name=author content='By Ines Hartwell'><meta property=article:published_time content=2024-03-11T08:00:00+02:00><meta property=og:site_name content='Field Notes'>", "Field Notes", "Ines Hartwell", "2024-03-11")]
    [InlineData("<script type=application/ld+json>{'@graph': [{'@type': 'WebPage', 'datePublished': '2020-01-01'}, {'@type': 'NewsArticle', 'author': [{'name': 'A. One'}, 'B. Two'], 'datePublished': '2024-03-11', 'publisher': {'name': 'Field Notes'}}]}</script>", "Field Notes", "A. One; B. Two", "2024-03-11")]
    [InlineData("<p>By <a rel=author href=/ines>Ines Hartwell</a>, <time datetime='2024-03-11 08:00'>Monday</time> <time datetime=2024-04-01>today</time>", null, "Ines Hartwell", "2024-03-11")]
    [InlineData("<meta name=author content=https://a.example/ines><meta name=date content=11.03.2024><script type=application/ld+json>{ broken</script>", null, "", "2024-03-11")]
    public void Are_read_from_meta_elements_linked_data_and_marked_elements(string html, string? site, string authors, string published)
    {
        var metadata = HtmlReader.Read(html.Replace('\'', html.Contains("ld+json", StringComparison.Ordinal) ? '"' : '\''), PageFixtures.Url).Metadata!;

        Assert.Equal((site, authors, published), (metadata.Site, string.Join("; ", metadata.Authors), metadata.Published?.ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public void A_page_that_says_nothing_has_none_and_its_document_does_not_name_it()
    {
        Assert.Null(HtmlReader.Read("<p>Text", PageFixtures.Url).Metadata);
        Assert.DoesNotContain("metadata", System.Text.Encoding.UTF8.GetString(new PageContent { Kind = PageKind.Web, Title = "T", Text = "t" }.ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_recorded_in_the_page_document_and_not_shown_in_the_text()
    {
        var snapshot = PageFixtures.Snapshot("<meta name=author content=Ines><meta name=date content=2024-03-11><p>Text");

        var page = await PageFixtures.Reader.ReadAsync(snapshot, null, TestContext.Current.CancellationToken);
        var read = PageContent.FromJson(page.Content.ToJson());

        Assert.Equal("Text", page.Text);
        Assert.Equal(["Ines"], read.Metadata!.Authors);
        Assert.Equal(new DateOnly(2024, 3, 11), read.Metadata.Published);
    }

    [Theory]
    [InlineData("cnet/source.html", "CNET", "Steven Musil", "2017-01-18")]
    [InlineData("bbc-1/source.html", "BBC News", null, "2015-07-24")]
    public void Are_found_on_real_pages(string file, string site, string? author, string? published)
    {
        MiniWeb.SkipUnlessThere();
        var html = File.ReadAllText(Path.Combine(MiniWeb.Shared, "data", "pages", "readability", file));

        var metadata = HtmlReader.Read(html, PageFixtures.Url).Metadata!;

        Assert.Equal((site, author, published), (metadata.Site, metadata.Authors is [var first, ..] ? first : null, metadata.Published?.ToString("yyyy-MM-dd", null)));
    }
}
