using WebQA.TestBrowser;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace WebQA.TextBrowser.Tests.Rendering;

public sealed class ChromiumInstallTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task The_browser_that_is_found_or_installed_reads_a_page()
    {
        var browser = await chromium.BrowserAsync();
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync("<title>one</title><script>document.title += ' and two'</script>");

        Assert.Equal("one and two", await page.TitleAsync());
    }
}
