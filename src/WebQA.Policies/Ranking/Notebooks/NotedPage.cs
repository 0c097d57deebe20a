using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.Policies.Ranking.Notebooks;

/// <summary>A page as far as its windows were read.</summary>
/// <param name="key">Key of the page.</param>
/// <param name="kind">What it shows.</param>
/// <param name="title">Its title line, the domain included.</param>
internal sealed class NotedPage(string key, PageKind kind, string title)
{
    private readonly SortedDictionary<int, PageLine> _lines = [];
    private readonly SortedDictionary<int, ShownLink> _links = [];

    public string Key => key;

    public PageKind Kind => kind;

    public string Title => title;

    /// <summary>The title without the domain that the title line puts behind it in brackets.</summary>
    public string Subject { get; } = title.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? title[..end] : title;

    /// <summary>The lines read, in order.</summary>
    public IEnumerable<PageLine> Lines => _lines.Values;

    /// <summary>Number of lines read; grows as the page is read on.</summary>
    public int LinesRead => _lines.Count;

    /// <summary>The links of the lines read, by id.</summary>
    public IEnumerable<ShownLink> Links => _links.Values;

    /// <summary>One past the last line read.</summary>
    public int EndLine { get; private set; }

    /// <summary>Lines of the whole page, as the scrollbar and the last window tell.</summary>
    public int LineCount { get; private set; }

    /// <summary>Different windows read.</summary>
    public int Windows { get; private set; }

    public void Read(Observation observation)
    {
        LineCount = observation.LineCount;
        if (observation.EndLine <= EndLine)
        {
            return;
        }
        EndLine = observation.EndLine;
        Windows++;
        foreach (var line in observation.Lines)
        {
            _lines[line.Number] = line;
        }
        foreach (var link in observation.Links)
        {
            _links.TryAdd(link.Id, link);
        }
    }
}
