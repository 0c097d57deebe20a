using WebQA.Benchmarks.Pages;

namespace WebQA.Benchmarks.Tests.Pages;

public class WordsTests
{
    [Fact]
    public void A_word_that_is_wanted_twice_and_there_once_is_found_once() => Assert.Equal((2, 3), Words.Recall("Crow, crow! Gift", "crow gift gift"));

    [Fact]
    public void Chinese_is_counted_by_the_character() => Assert.Equal((2, 3), Words.Recall("東京都", "東 京"));

    [Fact]
    public void Soft_hyphens_and_joiners_do_not_part_words() => Assert.Equal((2, 2), Words.Recall("Verbrau\u00ADcher nicht", "Verbraucher ni\u200Dcht"));

    [Fact]
    public void What_is_never_shown_is_no_visible_word() =>
        Assert.Equal(
            ["a", "bold", "c"],
            Words.Of(VisibleWords.Of("<title>t</title><style>s{}</style><p>a<p><b>bo</b>ld<p hidden>h<p style='display: none'>n<script>s</script><p>c")).Keys.Order(StringComparer.Ordinal));
}
