using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Tests.Pages;

public sealed class QuotePropertyTests
{
    private const int Slices = 10_400;

    [Fact]
    public void Slices_of_real_pages_verify_as_quotes_and_edited_ones_do_not()
    {
        MiniWeb.SkipUnlessThere();
        var random = new Random(20_261_125);
        var pages = MiniWeb.RealPages(every: 3).Select(s => PageReader.ReadHtml(s)).OfType<WebQA.TextBrowser.Pages.Html.HtmlPage>()
            .Select(p => p.All.PlainText).Where(t => WordCount.Of(t) > 60).ToList();
        var (verified, refused, stillThere) = (0, 0, 0);
        var wrong = new List<string>();

        for (var p = 0; p < pages.Count; p++)
        {
            var page = NormalizedText.Of(pages[p]);
            for (var i = 0; i < Slices / pages.Count + 1; i++)
            {
                var slice = Slice(pages[p], random);
                if (QuoteMatcher.Match(page, slice).Span is { } span && NormalizedText.Of(page.Slice(span)).Text == NormalizedText.Of(slice).Text)
                {
                    verified++;
                }
                else
                {
                    wrong.Add($"page {p} does not verify: {slice}");
                }
                var edited = Edited(slice, random);
                if (page.Text.Contains(NormalizedText.Of(edited).Text, StringComparison.Ordinal))
                {
                    stillThere++;
                }
                else if (QuoteMatcher.Match(page, edited).Span is null)
                {
                    refused++;
                }
                else
                {
                    wrong.Add($"page {p} verifies what it does not say: {edited}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(verified >= 10_000, $"{verified} slices of {pages.Count} pages");
        Assert.True(refused >= 10_000 && stillThere < verified / 50, $"{refused} refused, {stillThere} still on their page");
    }

    /// <summary>A run of whole words, in another case and spacing half of the time.</summary>
    private static string Slice(string text, Random random)
    {
        while (true)
        {
            var start = random.Next(text.Length);
            while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            {
                start--;
            }
            var end = Math.Min(text.Length, start + 20 + random.Next(300));
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }
            var slice = text[start..end].Trim();
            if (WordCount.Of(slice) >= 4 && !slice.Contains(QuoteMatcher.Abbreviation, StringComparison.Ordinal))
            {
                return random.Next(2) == 0 ? slice : slice.Replace(" ", " \n ", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The slice with one word, or one digit where there is one, changed.</summary>
    private static string Edited(string slice, Random random)
    {
        var digit = slice.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit >= 0 && random.Next(2) == 0)
        {
            return string.Concat(slice.AsSpan(0, digit), ((slice[digit] - '0' + 1) % 10).ToString(), slice.AsSpan(digit + 1));
        }
        var words = slice.Split(' ');
        words[random.Next(words.Length)] = "zyxwq";
        return string.Join(' ', words);
    }
}
