using System.Text;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Environments.Creation;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Tests.Environments.Creation;

public class MarkdownPageTests
{
    [Fact]
    public async Task Markdown_is_read_as_the_page_it_is_meant_to_be()
    {
        var page = await ReadAsync("""
            # The *moon* & `tides`

            Water follows the moon, see [the sun](sun.md).[^1]

            | Body | Pull |
            |------|------|
            | Moon | 2.2  |

            - high
            - low

            [^1]: Twice a day.
            """);

        Assert.Equal("The moon & tides", page.Title);
        Assert.Contains("Water follows the moon, see 【0†the sun】.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Body | Pull\nMoon | 2.2", page.Text, StringComparison.Ordinal);
        Assert.Contains("* high", page.Text, StringComparison.Ordinal);
        Assert.Contains("Twice a day.", page.Text, StringComparison.Ordinal);
        Assert.Equal("https://a.example/docs/sun.md", page.Links[0].Url);
    }

    [Theory]
    [InlineData("---\ntitle: \"From the front\"\nlayout: x\n---\n# Heading\n", "From the front")]
    [InlineData("Only text.\n", "moon.md")]
    [InlineData("Moon\n====\n", "Moon")]
    [InlineData("# <script>alert(1)</script>\n", "alert(1)")]
    public async Task The_title_is_the_front_matter_s_or_the_first_heading_or_the_name(string markdown, string title) =>
        Assert.Equal(title, (await ReadAsync(markdown)).Title);

    [Fact]
    public void Nesting_that_nobody_writes_stays_text() =>
        Assert.Null(MarkdownPage.TryRender(Encoding.UTF8.GetBytes(new string('>', 100_000)), null, "deep.md"));

    [Fact]
    public void What_is_too_large_for_prose_stays_text() =>
        Assert.Null(MarkdownPage.TryRender(Encoding.UTF8.GetBytes(new string('a', 2_000_001)), null, "large.md"));

    private static async Task<TextPage> ReadAsync(string markdown)
    {
        var (_, type, bytes) = PageIntake.Take(new SourceItem.Page("1", new Uri("https://a.example/docs/moon.md"), "text/markdown", Encoding.UTF8.GetBytes(markdown)));
        var url = new Uri("https://a.example/docs/moon.md");
        return await new PageReader(new TestWeb()).ReadAsync(new PageSnapshot(url, url, type, bytes, DateTimeOffset.UnixEpoch), null, TestContext.Current.CancellationToken);
    }
}
