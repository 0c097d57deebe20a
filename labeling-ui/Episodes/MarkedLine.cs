using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.LabelingUi.Episodes;

/// <summary>A wrapped line of a page, cut where its look changes: link words, the frame of a link mark, quoted text.</summary>
public static class MarkedLine
{
    /// <summary>What a stretch of a line is.</summary>
    public enum Part
    {
        /// <summary>Plain words.</summary>
        Text,

        /// <summary>Words of a link.</summary>
        Link,

        /// <summary>The marks around a link's words: <c>【3†</c>, <c>†host】</c>.</summary>
        Frame,
    }

    /// <summary>A stretch of one look.</summary>
    /// <param name="Text">As it stands in the line.</param>
    /// <param name="Part">What it is.</param>
    /// <param name="Quote">Id of the reference it belongs to, or null.</param>
    public sealed record Segment(string Text, Part Part, int? Quote);

    /// <summary>A quote's place in the page's plain text.</summary>
    public sealed record Mark(int Id, TextSpan Span);

    /// <summary>Cuts a line of a page.</summary>
    public static IReadOnlyList<Segment> Cut(TextPage page, WrappedLine line, IReadOnlyList<Mark> marks)
    {
        var segments = new List<Segment>();
        var (end, from) = (line.Start + line.Length, line.Start);
        if (line.Length == 0)
        {
            return segments;
        }
        var links = LinksOf(page, line);
        var at = line.Start;
        var plain = page.Marked.ToPlain(line.Start);
        var look = (Part: Part.Text, Quote: (int?)null);
        while (at < end)
        {
            var isText = plain < page.PlainText.Length && page.Marked.ToMarked(plain) == at;
            var here = (
                Part: !isText ? Part.Frame : links.Exists(l => plain >= l.Start && plain < l.Start + l.Length) ? Part.Link : Part.Text,
                Quote: QuoteAt(marks, plain, isText));
            if (at > from && here != look)
            {
                segments.Add(new Segment(page.Text[from..at], look.Part, look.Quote));
                from = at;
            }
            look = here;
            at++;
            plain += isText ? 1 : 0;
        }
        segments.Add(new Segment(page.Text[from..end], look.Part, look.Quote));
        return segments;
    }

    /// <summary>The quotes of a page among an episode's references.</summary>
    public static IReadOnlyList<Mark> MarksOf(TextPage page, IEnumerable<Reference> references) =>
        [.. references
            .Where(r => r.TextSha256 == page.TextSha256)
            .Select(r => new Mark(r.Id, new TextSpan(r.Start, r.Length)))];

    /// <summary>The wrapped line on which a plain offset stands.</summary>
    public static int LineOf(TextPage page, int columns, int plainOffset) =>
        page.Wrap(columns).LineAt(page.Marked.ToMarked(plainOffset));

    private static List<(int Id, int Start, int Length)> LinksOf(TextPage page, WrappedLine line)
    {
        var start = page.Marked.ToPlain(line.Start);
        var end = page.Marked.ToPlain(line.Start + line.Length);
        return [.. page.Marked.LinksIn(start, Math.Max(1, end - start))];
    }

    /// <summary>The frame of a link belongs to a quote that goes on behind it.</summary>
    private static int? QuoteAt(IReadOnlyList<Mark> marks, int plain, bool isText)
    {
        foreach (var mark in marks)
        {
            if (plain >= mark.Span.Start && plain < mark.Span.End && (isText || plain > mark.Span.Start))
            {
                return mark.Id;
            }
        }
        return null;
    }
}
