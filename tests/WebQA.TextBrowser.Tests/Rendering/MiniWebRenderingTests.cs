using System.Text.RegularExpressions;
using WebQA.Core.Browsing;
using WebQA.TestBrowser;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pdf;

namespace WebQA.TextBrowser.Tests.Rendering;

public sealed partial class MiniWebRenderingTests(RendererFixture renderer)
{
    // The pages, and the last sentence that the script of each writes.
    public static TheoryData<string, string> Pages() => new()
    {
        { "bodybasics.example/caffeine", "Cutting down step by step avoids most of it." },
        { "howtechworks.example/touchscreens", "If you are curious about screens that need almost no power, read how e-paper works." },
        { "plaineconomics.example/overbooking", "Ask what the airline will pay in cash, when the next flight leaves with a confirmed seat, and who pays for the meal and the room in between." },
        { "skyandstuff.example/noise-cancelling", "It is not a replacement for ear protection, though." },
        { "storiesofthings.example/seven-day-week", "For a count that the sky does set, read about" },
        { "wildlife-journal.example/octopus-camouflage", "Whether they are dreaming nobody knows." },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_built_by_script_renders_to_text_that_holds_the_evidence_of_its_claims(string page, string lastSentence)
    {
        var url = "https://" + page;
        var expected = SharedData.EvidenceOf(url).Append(lastSentence);

        var snapshot = await renderer.RenderAsync(url, new MiniWebFetcher());

        Assert.True(snapshot.IsRendered);
        Assert.Equal(url, snapshot.FinalUrl.AbsoluteUri);
        using var pdf = new PdfTextExtractor(new PdfReaderOptions());
        var text = await new PageReader(pdf).ReadAsync(snapshot);
        Assert.Equal(PageKind.Web, text.Kind);
        Assert.All(expected, sentence => Assert.Contains(Collapse(sentence), Collapse(text.PlainText), StringComparison.Ordinal));
    }

    private static string Collapse(string text) => WhiteSpace().Replace(text.Replace(" | ", " ", StringComparison.Ordinal), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
