using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.Policies.Ranking.Passages;

/// <summary>The part of a page that was read, put together again from its wrapped lines.</summary>
/// <param name="Text">One line a block, as the page has them; links reduced to their words.</param>
/// <param name="Links">The links in it.</param>
internal sealed record PageText(string Text, IReadOnlyList<NotedLink> Links)
{
    /// <summary>Joins the lines of a page; a gap in what was read is a blank line.</summary>
    public static PageText Of(IEnumerable<PageLine> lines)
    {
        var text = new StringBuilder();
        var links = new List<NotedLink>();
        var marked = new StringBuilder();
        PageLine? previous = null;
        foreach (var line in lines)
        {
            var goesOn = previous is not null && line.IsContinuation && line.Number == previous.Number + 1;
            if (!goesOn && previous is not null)
            {
                Flush(text, links, marked);
                text.Append(line.Number == previous.Number + 1 ? "\n" : "\n\n");
            }
            else if (goesOn && line.PlainStart > previous!.PlainStart + previous.PlainText.Length)
            {
                marked.Append(' ');
            }
            marked.Append(line.Text);
            previous = line;
        }
        Flush(text, links, marked);
        return new PageText(text.ToString(), links);
    }

    private static void Flush(StringBuilder text, List<NotedLink> links, StringBuilder marked)
    {
        var parsed = MarkedText.Parse(marked.ToString());
        foreach (var (id, start, length) in parsed.LinksIn(0, parsed.PlainText.Length))
        {
            links.Add(new NotedLink(id, new TextSpan(text.Length + start, length), parsed.PlainText.Substring(start, length).Trim()));
        }
        text.Append(parsed.PlainText);
        marked.Clear();
    }
}

/// <summary>A link in the text as read.</summary>
/// <param name="Id">What the click takes.</param>
/// <param name="Span">Where its words stand.</param>
/// <param name="Text">Its words.</param>
internal sealed record NotedLink(int Id, TextSpan Span, string Text);
