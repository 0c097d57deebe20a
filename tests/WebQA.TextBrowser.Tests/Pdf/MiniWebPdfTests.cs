using System.Text.RegularExpressions;
using WebQA.TestBrowser;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pdf;

namespace WebQA.TextBrowser.Tests.Pdf;

public sealed partial class MiniWebPdfTests
{
    public static TheoryData<string> Files() =>
    [
        "civicexplainer.example/index-funds.pdf", "clinicreview.example/knuckle-cracking.pdf", "engineersnotebook.example/ssd-lifespan.pdf",
        "kitchenandhistory.example/longitude.pdf", "physicsdesk.example/leap-years.pdf", "wildlife-journal.example/trees-water.pdf",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_text_of_a_PDF_holds_the_evidence_of_its_claims(string file)
    {
        using var extractor = new PdfTextExtractor(new PdfReaderOptions());

        var text = Assert.IsType<PdfText.Extracted>(await extractor.ExtractAsync(await File.ReadAllBytesAsync(SharedData.OfMiniWeb("web/" + file))));

        Assert.Null(text.Note);
        Assert.Matches("^[A-Z].+ \\| .+$", text.Title!);
        var collapsed = Collapse(string.Join("\n\n", text.Pages));
        var evidence = SharedData.EvidenceOf("https://" + file);
        Assert.NotEmpty(evidence);
        Assert.All(evidence, sentence => Assert.Contains(Collapse(sentence), collapsed, StringComparison.Ordinal));
    }

    private static string Collapse(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
