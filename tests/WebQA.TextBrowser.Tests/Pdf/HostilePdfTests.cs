using WebQA.TestBrowser;
using WebQA.TextBrowser.Checks;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pdf;

namespace WebQA.TextBrowser.Tests.Pdf;

public sealed class HostilePdfTests
{
    [Fact]
    public async Task Each_hostile_PDF_has_its_safe_outcome()
    {
        var cases = SharedData.File("reference/hostile/pdf.json");
        using var extractor = new PdfTextExtractor(new PdfReaderOptions());

        var results = await new PdfCheck(extractor, timeFactor: 5).RunAsync(cases).ToListAsync();

        Assert.True(results.Count >= 30, $"Only {results.Count} cases were found.");
        Assert.DoesNotContain(results, result => !result.Pass);
    }

    [Fact]
    public async Task Text_that_a_reader_cannot_see_is_left_out()
    {
        var file = SharedData.File("reference/hostile/files/P-29.pdf");
        using var extractor = new PdfTextExtractor(new PdfReaderOptions());

        var text = Assert.IsType<PdfText.Extracted>(await extractor.ExtractAsync(await File.ReadAllBytesAsync(file)));

        Assert.Equal(["MARK"], text.Pages);
    }

    [Fact]
    public async Task Of_twenty_thousand_pages_the_first_five_hundred_are_read_and_the_note_says_so()
    {
        var file = SharedData.File("reference/hostile/files/P-33.pdf");
        using var extractor = new PdfTextExtractor(new PdfReaderOptions());

        var text = Assert.IsType<PdfText.Extracted>(await extractor.ExtractAsync(await File.ReadAllBytesAsync(file)));

        Assert.Equal(500, text.Pages.Count);
        Assert.Equal("Only the first 500 of 20000 pages were read.", text.Note);
    }
}
