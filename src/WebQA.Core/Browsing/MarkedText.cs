using System.Text;

namespace WebQA.Core.Browsing;

/// <summary>Marked text taken apart: the plain text, and how offsets of the two correspond.</summary>
/// <remarks>Reserved characters never occur in page text, so every <c>【</c> opens a link mark and the parse is unambiguous.</remarks>
public sealed class MarkedText
{
    private readonly List<Run> _runs;

    private MarkedText(string plainText, List<Run> runs)
    {
        PlainText = plainText;
        _runs = runs;
    }

    private readonly record struct Run(int MarkedStart, int PlainStart, int Length, int LinkId);

    /// <summary>The text with links reduced to their words.</summary>
    public string PlainText { get; }

    /// <summary>Parses marked text. A mark that is not well formed is kept as it stands.</summary>
    public static MarkedText Parse(string marked)
    {
        var plain = new StringBuilder(marked.Length);
        var runs = new List<Run>();
        var at = 0;
        while (at < marked.Length)
        {
            var open = marked.IndexOf('【', at);
            if (open < 0)
            {
                open = marked.Length;
            }
            Add(at, open - at, -1);
            if (open == marked.Length)
            {
                break;
            }
            var close = marked.IndexOf('】', open);
            var firstBar = close < 0 ? -1 : marked.IndexOf('†', open, close - open);
            if (firstBar < 0 || !int.TryParse(marked.AsSpan(open + 1, firstBar - open - 1), out var id))
            {
                Add(open, 1, -1);
                at = open + 1;
                continue;
            }
            var secondBar = marked.IndexOf('†', firstBar + 1, close - firstBar - 1);
            var end = secondBar < 0 ? close : secondBar;
            Add(firstBar + 1, end - firstBar - 1, id);
            at = close + 1;
        }
        return new MarkedText(plain.ToString(), runs);

        void Add(int start, int length, int linkId)
        {
            if (length > 0)
            {
                runs.Add(new Run(start, plain.Length, length, linkId));
                plain.Append(marked, start, length);
            }
        }
    }

    /// <summary>Where a character of the plain text stands in the marked text. The end of the plain text maps behind its last character.</summary>
    public int ToMarked(int plainOffset)
    {
        var index = Find(plainOffset, static r => r.PlainStart);
        if (index < 0)
        {
            return plainOffset;
        }
        var run = _runs[index];
        return run.MarkedStart + Math.Min(plainOffset - run.PlainStart, run.Length);
    }

    /// <summary>Where a character of the marked text stands in the plain text; a character of a mark's frame maps to the nearest following plain character.</summary>
    public int ToPlain(int markedOffset)
    {
        var index = Find(markedOffset, static r => r.MarkedStart);
        if (index < 0)
        {
            return 0;
        }
        var run = _runs[index];
        return run.PlainStart + Math.Min(markedOffset - run.MarkedStart, run.Length);
    }

    /// <summary>The links whose words touch a range of the plain text, as (id, start, length) in plain offsets.</summary>
    public IEnumerable<(int Id, int Start, int Length)> LinksIn(int plainStart, int plainLength)
    {
        for (var i = Math.Max(0, Find(plainStart, static r => r.PlainStart)); i < _runs.Count && _runs[i].PlainStart < plainStart + plainLength; i++)
        {
            var run = _runs[i];
            if (run.LinkId >= 0 && run.PlainStart + run.Length > plainStart)
            {
                yield return (run.LinkId, run.PlainStart, run.Length);
            }
        }
    }

    private int Find(int offset, Func<Run, int> start)
    {
        var (low, high) = (0, _runs.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (start(_runs[middle]) <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return high;
    }
}
