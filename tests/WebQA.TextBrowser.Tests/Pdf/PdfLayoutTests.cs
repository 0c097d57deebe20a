using Microsoft.Playwright;
using WebQA.TestBrowser;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pdf;

namespace WebQA.TextBrowser.Tests.Pdf;

public sealed class PdfLayoutTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Columns_are_read_one_after_the_other()
    {
        var text = await PrintAsync(
            """
            <body style="font:12pt serif;margin:0"><h1>Rivers of ice</h1><div style="columns:2;column-gap:40pt">
            <p>Snow that never melts is pressed into ice under its own weight, and the ice begins to creep downhill like very thick honey.</p>
            <p>The middle of the stream moves faster than its sides, which is why poles set in a straight row bend into a bow.</p>
            <p>Where the bed is steep the ice cracks, and the cracks are called crevasses.</p>
            <p>At the lower end melting wins, and a milky brook carries off the ground rock.</p></div>
            """);

        Assert.Equal(
            """
            Rivers of ice

            Snow that never melts is pressed into ice under its own weight, and the ice begins to creep downhill like very thick honey.

            The middle of the stream moves faster than its sides, which is why poles set in a straight row bend into a bow.

            Where the bed is steep the ice cracks, and the cracks are called crevasses.

            At the lower end melting wins, and a milky brook carries off the ground rock.
            """,
            text);
    }

    [Fact]
    public async Task Cells_of_a_table_row_stand_side_by_side()
    {
        var text = await PrintAsync(
            """
            <body style="font:12pt serif"><p>Woods differ in their pipes, and the width of the pipes decides how much they carry.</p>
            <table style="border-spacing:30pt 12pt"><tr><th>Wood<th>Pipes<tr><td>Oak<td>wide<tr><td>Fir<td>narrow</table>
            """);

        Assert.EndsWith("Wood | Pipes\n\nOak | wide\n\nFir | narrow", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an exami-|nation of it", "an examination of it")] // divided at the end of the line
    [InlineData("the Anglo-|Saxon kings", "the Anglo-Saxon kings")]
    [InlineData("since COVID-|19 began", "since COVID-19 began")]
    [InlineData("a well-known story, the well-|known one", "a well-known story, the well-known one")] // a compound that stands in the text elsewhere
    [InlineData("two plain|lines", "two plain lines")]
    public async Task Lines_are_joined_and_divided_words_mended(string lines, string expected)
    {
        var text = await ReadAsync(MinimalPdf.Of(lines.Split('|')));

        Assert.Equal(expected, text);
    }

    [Fact]
    public async Task White_words_on_a_dark_box_are_read_and_white_on_white_are_not()
    {
        var text = await PrintAsync(
            """
            <style>*{-webkit-print-color-adjust:exact}</style><body style="font:12pt serif">
            <p style="background:#123;color:#fff">Seen by everyone</p><p style="color:#fff">Seen by nobody</p>
            """);

        Assert.Equal("Seen by everyone", text);
    }

    private async Task<string> PrintAsync(string html)
    {
        var browser = await chromium.BrowserAsync();
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        return await ReadAsync(await page.PdfAsync(new PagePdfOptions { Format = "A4", PrintBackground = true, Margin = new() { Top = "60px", Left = "60px", Right = "60px" } }));
    }

    private static async Task<string> ReadAsync(byte[] pdf)
    {
        using var extractor = new PdfTextExtractor(new PdfReaderOptions());
        return Assert.Single(Assert.IsType<PdfText.Extracted>(await extractor.ExtractAsync(pdf)).Pages);
    }
}
