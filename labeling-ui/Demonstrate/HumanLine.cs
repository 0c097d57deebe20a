using WebQA.Core.Browsing;
using WebQA.LabelingUi.Episodes;

namespace WebQA.LabelingUi.Demonstrate;

/// <summary>A line of a page as a person reads it: links as numbers and words instead of marks. The same text, so the same quotes.</summary>
internal static class HumanLine
{
    /// <summary>A stretch of a line.</summary>
    /// <param name="Text">Words of the page; of a <see cref="MarkedLine.Part.Frame"/> the host that a link leads to.</param>
    /// <param name="PlainStart">Where they stand in the page's plain text.</param>
    /// <param name="Part">What they are.</param>
    /// <param name="Quote">The reference that they belong to, or null.</param>
    /// <param name="Link">The link that they belong to, or null.</param>
    /// <param name="BeginsLink">Whether the link begins here, so that its number is shown.</param>
    public sealed record Piece(string Text, int PlainStart, MarkedLine.Part Part, int? Quote, int? Link = null, bool BeginsLink = false);

    public static IEnumerable<Piece> Cut(TextPage page, WrappedLine line, IReadOnlyList<MarkedLine.Mark> marks)
    {
        var plain = page.Marked.ToPlain(line.Start);
        foreach (var segment in MarkedLine.Cut(page, line, marks))
        {
            if (segment.Part == MarkedLine.Part.Frame)
            {
                if (HostOf(segment.Text) is { Length: > 0 } host)
                {
                    yield return new Piece(host, plain, segment.Part, null);
                }
                continue;
            }
            var link = segment.Part == MarkedLine.Part.Link ? page.Marked.LinksIn(plain, segment.Text.Length).FirstOrDefault() : default;
            yield return segment.Part == MarkedLine.Part.Link && link.Id < page.Links.Count
                ? new Piece(segment.Text, plain, segment.Part, segment.Quote, link.Id, link.Start == plain)
                : new Piece(segment.Text, plain, MarkedLine.Part.Text, segment.Quote);
            plain += segment.Text.Length;
        }
    }

    /// <summary>The host in <c>†host】</c>, which may stand directly before the next link's <c>【5†</c>.</summary>
    private static string HostOf(string frame)
    {
        var end = frame.IndexOf('】', StringComparison.Ordinal);
        return frame.StartsWith('【') ? string.Empty : (end < 0 ? frame : frame[..end]).Trim('†');
    }
}
