using System.Globalization;
using CsCheck;
using WebQA.Core.Browsing;

namespace WebQA.Core.Tests.Browsing;

public class WrappedTextTests
{
    private static readonly Gen<string> Texts = Gen.String["abc  \né字\u0301"];

    [Fact]
    public void No_line_is_longer_than_the_columns() => Texts.Sample(text =>
    {
        var wrapped = WrappedText.Wrap(text, 10);
        Assert.All(Enumerable.Range(0, wrapped.Lines.Count), i => Assert.InRange(new StringInfo(wrapped.LineText(i)).LengthInTextElements, 0, 10));
    });

    [Fact]
    public void Only_white_space_is_lost_by_wrapping() => Texts.Sample(text =>
    {
        var wrapped = WrappedText.Wrap(text, 10);
        Assert.Equal(Letters(text), Letters(string.Concat(Enumerable.Range(0, wrapped.Lines.Count).Select(wrapped.LineText))));
    });

    [Fact]
    public void A_window_is_the_most_whole_lines_within_the_budget()
    {
        // 80 ASCII characters cost 20, so 51 lines cost 1,020 and the 52nd would exceed 1,024.
        var wrapped = WrappedText.Wrap(string.Join('\n', Enumerable.Repeat(new string('x', 80), 120)), 80);
        Assert.Equal((51, 102, 120), (wrapped.WindowEnd(0), wrapped.WindowEnd(51), wrapped.WindowEnd(102)));
    }

    [Fact]
    public void A_line_dearer_than_the_budget_is_shown_alone()
    {
        var wrapped = WrappedText.Wrap(new string('字', 400) + "\n" + new string('字', 2_000), 2_000);
        Assert.Equal((1, 2), (wrapped.WindowEnd(0), wrapped.WindowEnd(1)));
    }

    [Fact]
    public void Scrolling_down_shows_every_line_and_scrolling_up_reaches_the_old_cursor() => Gen.Select(Texts, Gen.Int[1, 40]).Sample((text, repeat) =>
    {
        var wrapped = WrappedText.Wrap(string.Join('\n', Enumerable.Repeat(text, repeat)), 40);
        var cursor = 0;
        for (var down = wrapped.Down(cursor); down != cursor; down = wrapped.Down(cursor))
        {
            Assert.Equal(wrapped.WindowEnd(cursor), down);
            Assert.True(wrapped.WindowEnd(wrapped.Up(down)) >= down);
            cursor = down;
        }
        Assert.Equal(wrapped.Lines.Count, wrapped.WindowEnd(cursor));
    });

    [Fact]
    public void A_word_longer_than_a_line_is_cut_at_grapheme_bounds() =>
        Assert.Equal([20, 20, 10], WrappedText.Wrap(string.Concat(Enumerable.Repeat("e\u0301", 25)), 10).Lines.Select(l => l.Length));

    [Fact]
    public void The_line_of_every_character_holds_it() => Texts.Sample(text =>
    {
        var wrapped = WrappedText.Wrap(text, 10);
        for (var i = 0; i < wrapped.Lines.Count; i++)
        {
            for (var offset = wrapped.Lines[i].Start; offset < wrapped.Lines[i].Start + wrapped.Lines[i].Length; offset++)
            {
                Assert.Equal(i, wrapped.LineAt(offset));
            }
        }
    });

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
