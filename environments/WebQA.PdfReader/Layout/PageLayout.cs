using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace WebQA.PdfReader.Layout;

/// <summary>Finds the paragraphs of a page in reading order: letters to words to lines to blocks, columns left to right, cells of a table row side by side.</summary>
/// <remarks>Words by nearest neighbours, blocks by Docstrum (O'Gorman 1993), order by column-wise spatial rules with the drawing order as tie-break.</remarks>
internal static class PageLayout
{
    private const int LinesOfACell = 4;

    private static readonly NearestNeighbourWordExtractor Words = new(new() { MaxDegreeOfParallelism = 1 });
    private static readonly DocstrumBoundingBoxes Blocks = new(new() { MaxDegreeOfParallelism = 1 });
    private static readonly UnsupervisedReadingOrderDetector Order =
        new(5, UnsupervisedReadingOrderDetector.SpatialReasoningRules.ColumnWise, useRenderingOrder: true);

    /// <summary>The paragraphs, each as its lines; the cells of a table row come as one paragraph of one line, separated by <c> | </c>.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Paragraphs(IReadOnlyList<Letter> letters)
    {
        var words = Words.GetWords(letters).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (words.Count == 0)
        {
            return [];
        }
        var paragraphs = new List<IReadOnlyList<string>>();
        foreach (var row in Rows([.. Order.Get(Blocks.GetBlocks(words))]))
        {
            paragraphs.Add(row.Count == 1 ? LinesOf(row[0]) : [string.Join(" | ", row.Select(cell => LineJoiner.Join(LinesOf(cell))))]);
        }
        return paragraphs;
    }

    private static List<List<TextBlock>> Rows(IReadOnlyList<TextBlock> blocks)
    {
        var rows = new List<List<TextBlock>>();
        foreach (var block in blocks)
        {
            if (rows.Count > 0 && ContinuesRow(rows[^1][^1], block))
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

    private static bool ContinuesRow(TextBlock cell, TextBlock next)
    {
        var (left, right) = (cell.BoundingBox, next.BoundingBox);
        var overlap = Math.Min(left.Top, right.Top) - Math.Max(left.Bottom, right.Bottom);
        return cell.TextLines.Count <= LinesOfACell
            && next.TextLines.Count <= LinesOfACell
            && right.Left >= left.Right
            && overlap > Math.Min(left.Height, right.Height) / 2;
    }

    private static List<string> LinesOf(TextBlock block) => [.. block.TextLines.Select(line => line.Text.Trim()).Where(line => line.Length > 0)];
}
