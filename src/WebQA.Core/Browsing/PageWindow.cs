namespace WebQA.Core.Browsing;

/// <summary>The lines of a page that are shown at once.</summary>
public sealed record PageWindow(int FirstLine, int EndLine, int LineCount, IReadOnlyList<PageLine> Lines, IReadOnlyList<ShownLink> Links)
{
    /// <summary>The window of a page that begins at a line.</summary>
    public static PageWindow Of(TextPage page, int firstLine, int columns)
    {
        var wrapped = page.Wrap(columns);
        var end = wrapped.WindowEnd(firstLine);
        var lines = new List<PageLine>(end - firstLine);
        var links = new List<ShownLink>();
        for (var i = firstLine; i < end; i++)
        {
            var line = wrapped.Lines[i];
            var start = page.Marked.ToPlain(line.Start);
            var plainEnd = page.Marked.ToPlain(line.Start + line.Length);
            lines.Add(new PageLine(i, wrapped.LineText(i), page.PlainText[start..plainEnd], start, line.IsContinuation));
            foreach (var (id, _, _) in page.Marked.LinksIn(start, plainEnd - start))
            {
                if (id < page.Links.Count && !links.Exists(l => l.Id == id))
                {
                    links.Add(new ShownLink(id, page.Links[id].Text, page.Links[id].Domain));
                }
            }
        }
        return new PageWindow(firstLine, end, wrapped.Lines.Count, lines, links);
    }
}
