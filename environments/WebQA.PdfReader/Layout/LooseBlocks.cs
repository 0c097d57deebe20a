using UglyToad.PdfPig.DocumentLayoutAnalysis;

namespace WebQA.PdfReader.Layout;

/// <summary>Takes apart the blocks that hold a paragraph and something else at a distance: a column of a table, or a heading.</summary>
/// <remarks>On a page with few lines the segmenter takes the distance of table rows for that of lines.</remarks>
internal static class LooseBlocks
{
    /// <summary>Of the font size. Lines of one paragraph lie 1.1 to 1.5 font sizes apart.</summary>
    public const double WidePitch = 1.7;

    // Double-spaced paragraphs have long lines, except for the last; cells and headings are short.
    private const int WordsOfALongLine = 6;

    /// <summary>The blocks, the loose ones in parts.</summary>
    public static IReadOnlyList<TextBlock> Split(IEnumerable<TextBlock> blocks)
    {
        var parts = new List<TextBlock>();
        foreach (var block in blocks)
        {
            var lines = new List<TextLine>();
            for (var i = 0; i < block.TextLines.Count; i++)
            {
                if (lines.Count > 0 && !BelongTogether(lines[^1], block.TextLines[i], isLast: i == block.TextLines.Count - 1))
                {
                    parts.Add(new TextBlock(lines));
                    lines = [];
                }
                lines.Add(block.TextLines[i]);
            }
            parts.Add(new TextBlock(lines));
        }
        return parts;
    }

    private static bool BelongTogether(TextLine upper, TextLine lower, bool isLast)
    {
        var size = Math.Max(upper.Words[0].Letters[0].PointSize, lower.Words[0].Letters[0].PointSize);
        return upper.BoundingBox.Bottom - lower.BoundingBox.Bottom <= WidePitch * size
            || IsLong(upper) == IsLong(lower)
            || (IsLong(upper) && isLast);
    }

    private static bool IsLong(TextLine line) => line.Words.Count >= WordsOfALongLine;
}
