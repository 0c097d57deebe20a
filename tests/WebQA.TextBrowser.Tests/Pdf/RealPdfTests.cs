using System.Text.RegularExpressions;
using WebQA.TestBrowser;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pdf;

namespace WebQA.TextBrowser.Tests.Pdf;

public sealed partial class RealPdfTests
{
    [Theory]
    [InlineData("project-history.en")]
    [InlineData("project-history.de")]
    [InlineData("project-history.ru")]
    public async Task The_words_and_the_phrases_of_a_documents_text_edition_are_in_its_PDF(string name)
    {
        var pdf = await File.ReadAllBytesAsync(SharedData.File($"data/pdf/text-pairs/{name}.pdf"));
        var edition = Words(await File.ReadAllTextAsync(SharedData.File($"data/pdf/text-pairs/{name}.txt")));
        using var extractor = new PdfTextExtractor(new PdfReaderOptions());

        var text = Assert.IsType<PdfText.Extracted>(await extractor.ExtractAsync(pdf));

        var read = Words(string.Join('\n', text.Pages));
        Assert.InRange(Recall(edition, read, words: 1), 0.98, 1);
        Assert.InRange(Recall(edition, read, words: 5), 0.95, 1); // in the right order
    }

    [Fact]
    public async Task What_stands_at_the_head_of_most_pages_is_left_out()
    {
        var pdf = await File.ReadAllBytesAsync(SharedData.File("data/pdf/text-pairs/project-history.en.pdf"));
        using var extractor = new PdfTextExtractor(new PdfReaderOptions());

        var text = Assert.IsType<PdfText.Extracted>(await extractor.ExtractAsync(pdf));

        Assert.StartsWith("A Brief History of Debian", text.Pages[0], StringComparison.Ordinal);
        Assert.StartsWith("Chapter 1\n\nIntroduction", text.Pages.First(page => page.Contains("Chapter 1\n", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(text.Pages.Skip(5), page => page.StartsWith("A Brief History of Debian", StringComparison.Ordinal));
    }

    private static double Recall(IReadOnlyList<string> wanted, IReadOnlyList<string> read, int words)
    {
        var had = Phrases(read, words).ToHashSet(StringComparer.Ordinal);
        var phrases = Phrases(wanted, words).ToHashSet(StringComparer.Ordinal);
        return phrases.Count(had.Contains) / (double)phrases.Count;
    }

    private static IEnumerable<string> Phrases(IReadOnlyList<string> words, int length) =>
        Enumerable.Range(0, words.Count - length + 1).Select(start => string.Join(' ', words.Skip(start).Take(length)));

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
