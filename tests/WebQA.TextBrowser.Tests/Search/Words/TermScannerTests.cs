using WebQA.TextBrowser.Search.Words;

namespace WebQA.TextBrowser.Tests.Search.Words;

public class TermScannerTests
{
    [Theory]
    [InlineData("Crows' GIFTS, 42 times!", "crow gift 42 time")]
    [InlineData("don't", "don t")]
    [InlineData("Café déjà-vu, Zürich; naïve", "cafe deja vu zurich naiv")]
    [InlineData("e\u0301tude", "etud")]
    [InlineData("ﬁsh ½", "fish 1 2")]
    [InlineData("B12 x86_64", "b12 x86 64")]
    [InlineData("東京 tower カメラ", "東 京 tower カ メ ラ")]
    [InlineData("Ωμέγα и Ёлка", "ωμεγα и елка")]
    [InlineData("half \uD800 pair 𝒳", "half pair x")]
    [InlineData(" … — ", "")]
    [InlineData("", "")]
    public void Text_is_cut_into_folded_stems(string text, string terms) => Assert.Equal(terms, string.Join(' ', Terms(text)));

    [Fact]
    public void What_is_longer_than_a_word_counts_by_its_beginning() =>
        Assert.Equal([new string('7', TermScanner.MaxLength), "end"], Terms(new string('7', 1_000) + " end"));

    private static List<string> Terms(string text)
    {
        var terms = new List<string>();
        var scanner = new TermScanner(text, new char[TermScanner.MaxLength]);
        while (scanner.MoveNext())
        {
            terms.Add(scanner.Current.ToString());
        }
        return terms;
    }
}
