using WebQA.Core.Browsing;
using WebQA.LabelingUi.Episodes;
using WebQA.LabelingUi.Tests.Doubles;

namespace WebQA.LabelingUi.Tests.Episodes;

public class MarkedLineTests
{
    private static readonly MemoryWeb Web = new();

    [Fact]
    public void The_stretches_of_a_line_are_the_line()
    {
        var marks = new[] { new MarkedLine.Mark(1, SpanOf("months. The objects turn up")), new MarkedLine.Mark(2, SpanOf("river is the best")) };
        var wrapped = Web.Gifts.Wrap(30);

        for (var i = 0; i < wrapped.Lines.Count; i++)
        {
            Assert.Equal(wrapped.LineText(i), string.Concat(MarkedLine.Cut(Web.Gifts, wrapped.Lines[i], marks).Select(s => s.Text)));
        }
    }

    [Fact]
    public void A_link_is_cut_into_its_frame_and_its_words()
    {
        var page = MemoryWeb.Web("https://a.example/", "A", "See 【0†the roost†b.example】 now.", new PageLink(0, "the roost", "https://b.example/", "b.example"));

        var segments = MarkedLine.Cut(page, page.Wrap(80).Lines[0], []);

        Assert.Equal(
            [("See ", MarkedLine.Part.Text), ("【0†", MarkedLine.Part.Frame), ("the roost", MarkedLine.Part.Link), ("†b.example】", MarkedLine.Part.Frame), (" now.", MarkedLine.Part.Text)],
            segments.Select(s => (s.Text, s.Part)));
    }

    [Fact]
    public void The_highlighted_words_of_all_lines_are_the_quote()
    {
        var span = SpanOf("Single pairs and family groups account for most reports. Large winter flocks, for which the roost at the river is the best known here, account for none.");
        var wrapped = Web.Gifts.Wrap(40);

        var highlighted = string.Join(' ', wrapped.Lines
            .Select(line => string.Concat(MarkedLine.Cut(Web.Gifts, line, [new MarkedLine.Mark(7, span)]).Where(s => s.Quote == 7 && s.Part != MarkedLine.Part.Frame).Select(s => s.Text)))
            .Where(text => text.Length > 0));

        Assert.Equal(Web.Gifts.PlainText.Substring(span.Start, span.Length), highlighted);
    }

    [Fact]
    public void An_empty_line_has_no_stretches()
    {
        var wrapped = Web.Gifts.Wrap(80);

        Assert.Equal(0, wrapped.Lines[1].Length);
        Assert.Empty(MarkedLine.Cut(Web.Gifts, wrapped.Lines[1], []));
    }

    private static TextSpan SpanOf(string words)
    {
        var start = Web.Gifts.PlainText.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page does not hold '{words}'.");
        return new TextSpan(start, words.Length);
    }
}
