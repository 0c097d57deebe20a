using System.Globalization;
using System.Text;

namespace WebQA.Core.Browsing;

/// <summary>Marked text in lines of at most <see cref="Columns"/> graphemes, and the windows over them.</summary>
public sealed class WrappedText
{
    /// <summary>Size of a window: the sum over its lines of ⌈UTF-8 bytes / 4⌉, a token budget that needs no tokenizer.</summary>
    public const int WindowBudget = 1_024;

    private readonly string _text;

    private WrappedText(string text, int columns, IReadOnlyList<WrappedLine> lines)
    {
        _text = text;
        Columns = columns;
        Lines = lines;
    }

    /// <summary>Longest line in graphemes.</summary>
    public int Columns { get; }

    /// <summary>The lines, in order; an empty text has none.</summary>
    public IReadOnlyList<WrappedLine> Lines { get; }

    /// <summary>Wraps at white space; a word longer than a line is cut at grapheme bounds.</summary>
    public static WrappedText Wrap(string text, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 10);
        var lines = new List<WrappedLine>();
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
            {
                end = text.Length;
            }
            WrapParagraph(text, at, end, columns, lines);
            at = end + 1;
        }
        return new WrappedText(text, columns, lines);
    }

    /// <summary>The text of a line.</summary>
    public string LineText(int line) => _text.Substring(Lines[line].Start, Lines[line].Length);

    /// <summary>One past the last line of the window that begins at <paramref name="first"/>: the most whole lines within the budget, at least one.</summary>
    public int WindowEnd(int first)
    {
        var used = 0;
        var line = first;
        while (line < Lines.Count)
        {
            used += Lines[line].Cost;
            if (used > WindowBudget && line > first)
            {
                break;
            }
            line++;
        }
        return line;
    }

    /// <summary>Where scrolling down once from <paramref name="cursor"/> leads: the window's end, or nowhere at the last window.</summary>
    public int Down(int cursor)
    {
        var end = WindowEnd(cursor);
        return end >= Lines.Count ? cursor : end;
    }

    /// <summary>Where scrolling up once leads: the smallest line whose window reaches <paramref name="cursor"/>.</summary>
    public int Up(int cursor)
    {
        var line = cursor;
        var used = 0;
        while (line > 0 && used + Lines[line - 1].Cost <= WindowBudget)
        {
            used += Lines[--line].Cost;
        }
        return line == cursor && cursor > 0 ? cursor - 1 : line;
    }

    /// <summary>The line that holds an offset of the marked text; white space dropped at a wrap belongs to the line before it.</summary>
    public int LineAt(int markedOffset)
    {
        var (low, high) = (0, Lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Lines[middle].Start <= markedOffset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return Math.Max(0, high);
    }

    private static void WrapParagraph(string text, int start, int end, int columns, List<WrappedLine> lines)
    {
        if (start == end)
        {
            lines.Add(new WrappedLine(start, 0, IsContinuation: false, Cost: 0));
            return;
        }
        var at = start;
        while (at < end)
        {
            var lineEnd = FitLine(text, at, end, columns);
            var trimmed = lineEnd;
            while (trimmed > at && char.IsWhiteSpace(text[trimmed - 1]))
            {
                trimmed--;
            }
            var bytes = Encoding.UTF8.GetByteCount(text.AsSpan(at, trimmed - at));
            lines.Add(new WrappedLine(at, trimmed - at, IsContinuation: at > start, Cost: (bytes + 3) / 4));
            at = lineEnd;
            while (at < end && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }
    }

    /// <summary>The end of the longest prefix that fits: at white space where there is some, else at a grapheme bound.</summary>
    private static int FitLine(string text, int start, int end, int columns)
    {
        var at = start;
        var count = 0;
        var lastBreak = -1;
        var seenWord = false;
        while (at < end)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                if (seenWord)
                {
                    lastBreak = at;
                }
            }
            else
            {
                seenWord = true;
            }
            if (count == columns)
            {
                return lastBreak >= 0 ? lastBreak : at;
            }
            at += GraphemeLength(text, at, end);
            count++;
        }
        return end;
    }

    private static int GraphemeLength(string text, int at, int end) =>
        at + 1 < end && text[at] < 0x80 && text[at + 1] < 0x80 && text[at] != '\r'
            ? 1
            : Math.Min(end - at, StringInfo.GetNextTextElementLength(text.AsSpan(at, end - at)));
}

/// <summary>A line of wrapped text.</summary>
/// <param name="Start">Where it begins in the marked text (UTF-16 units).</param>
/// <param name="Length">Its length, without the white space dropped at the wrap.</param>
/// <param name="IsContinuation">Whether it goes on a paragraph that was wrapped, rather than begin one.</param>
/// <param name="Cost">⌈UTF-8 bytes / 4⌉.</param>
public readonly record struct WrappedLine(int Start, int Length, bool IsContinuation, int Cost);
