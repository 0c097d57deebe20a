using System.Text.RegularExpressions;
using UglyToad.PdfPig.DocumentLayoutAnalysis;

namespace WebQA.PdfReader.Layout;

/// <summary>Recognises the cells of a table among blocks in reading order: small blocks side by side.</summary>
internal static partial class TableRows
{
    private const int LinesOfACell = 4;

    /// <summary>Blocks that stand side by side, together; every other block alone.</summary>
    public static IReadOnlyList<IReadOnlyList<TextBlock>> Group(IReadOnlyList<TextBlock> blocks)
    {
        var rows = new List<List<TextBlock>>();
        foreach (var block in blocks)
        {
            if (rows.Count > 0 && StandsBeside(rows[^1][^1], block))
            {
                rows[^1].Add(block);
            }
            else
            {
                rows.Add([block]);
            }
        }
        return rows;
    }

    /// <summary>The lines of blocks side by side (a section's number and its heading are one line), cells separated by <c> | </c>: one line, or one for each line of the cells where those are rows.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<TextBlock> cells)
    {
        if (cells.Count == 2 && LinesOf(cells[0]) is [var number] && SectionNumber().IsMatch(number))
        {
            return [$"{number} {LineJoiner.Join(LinesOf(cells[1]))}"];
        }
        var isManyRows = cells.Skip(1).All(cell => AreRows(cells[0], cell));
        return isManyRows
            ? Enumerable.Range(0, cells[0].TextLines.Count).Select(row => string.Join(" | ", cells.Select(cell => cell.TextLines[row].Text.Trim())))
            : [string.Join(" | ", cells.Select(cell => LineJoiner.Join(LinesOf(cell))))];
    }

    /// <summary>The lines of a block that hold text, trimmed; the dots that lead the eye to a page number are one <c>…</c>.</summary>
    public static List<string> LinesOf(TextBlock block) =>
        [.. block.TextLines.Select(line => Leader().Replace(line.Text, " … ").Trim()).Where(line => line.Length > 0)];

    private static bool StandsBeside(TextBlock cell, TextBlock next)
    {
        var (left, right) = (cell.BoundingBox, next.BoundingBox);
        var overlap = Math.Min(left.Top, right.Top) - Math.Max(left.Bottom, right.Bottom);
        var areSmall = cell.TextLines.Count <= LinesOfACell && next.TextLines.Count <= LinesOfACell;
        return right.Left >= left.Right && overlap > Math.Min(left.Height, right.Height) / 2 && (areSmall || AreRows(cell, next));
    }

    // Line by line at the same heights, and too far apart to be lines of a paragraph.
    private static bool AreRows(TextBlock cell, TextBlock next)
    {
        if (cell.TextLines.Count < 2 || cell.TextLines.Count != next.TextLines.Count)
        {
            return false;
        }
        var size = cell.TextLines[0].Words[0].Letters[0].PointSize;
        var heights = cell.TextLines.Zip(next.TextLines, (one, other) => (one.BoundingBox.Bottom, Offset: Math.Abs(one.BoundingBox.Bottom - other.BoundingBox.Bottom))).ToList();
        return heights.TrueForAll(pair => pair.Offset < size / 2)
            && heights.Zip(heights.Skip(1), (upper, lower) => upper.Bottom - lower.Bottom).All(pitch => pitch > LooseBlocks.WidePitch * size);
    }

    [GeneratedRegex(@"\s*(?:\.\s?){5,}", RegexOptions.NonBacktracking)]
    private static partial Regex Leader();

    [GeneratedRegex(@"^(?:[0-9]+\.)*[0-9]+\.?$|^[A-Z](?:\.[0-9]+)+\.?$", RegexOptions.NonBacktracking)]
    private static partial Regex SectionNumber();
}
