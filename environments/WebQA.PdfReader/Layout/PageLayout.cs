using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace WebQA.PdfReader.Layout;

/// <summary>Finds the paragraphs of a page in reading order: letters to words to lines to blocks, columns left to right, cells of a table row side by side.</summary>
/// <remarks>Words by nearest neighbours, blocks by Docstrum (O'Gorman 1993), order by column-wise spatial rules with the drawing order as tie-break.</remarks>
internal static class PageLayout
{
    private const int ShortestOpenParagraph = 40;

    // Of the font size. TeX shrinks the space between words to a fifth and writes none as a character; kerning stays below a tenth.
    private const double LargestGapInWord = 0.12;

    // Pairs like "Vo" are drawn into each other.
    private const double LargestOverlapInWord = 0.3;

    private static readonly NearestNeighbourWordExtractor Words = new(new()
    {
        MaxDegreeOfParallelism = 1,
        MaximumDistance = (letter, next) =>
            (next.StartBaseLine.X < letter.EndBaseLine.X ? LargestOverlapInWord : LargestGapInWord) * Math.Max(letter.PointSize, next.PointSize),
    });

    private static readonly DocstrumBoundingBoxes Segmenter = new(new() { MaxDegreeOfParallelism = 1 });
    private static readonly UnsupervisedReadingOrderDetector Order =
        new(5, UnsupervisedReadingOrderDetector.SpatialReasoningRules.ColumnWise, useRenderingOrder: true);

    /// <summary>The blocks in reading order, each as its paragraphs or list items, those as their lines; the cells of a table row are one line, separated by <c> | </c>.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Blocks(IReadOnlyList<Letter> letters)
    {
        var words = Words.GetWords(letters).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (words.Count == 0)
        {
            return [];
        }
        var blocks = new List<List<List<string>>>();
        List<string>? open = null;
        foreach (var row in TableRows.Group([.. Order.Get(LooseBlocks.Split(Segmenter.GetBlocks(words)))]))
        {
            if (row.Count > 1)
            {
                blocks.AddRange(TableRows.Lines(row).Select(line => new List<List<string>> { new() { line } }));
                open = null;
                continue;
            }
            var items = ListItems.Split(TableRows.LinesOf(row[0]));
            if (open is not null && Continues(open, items[0]))
            {
                open.AddRange(items[0]);
                items.RemoveAt(0);
            }
            if (items.Count > 0)
            {
                blocks.Add(items);
                open = items[^1];
            }
        }
        return blocks;
    }

    // A paragraph that a column's end cut in two: the first part stops amid a sentence, the second begins with a small letter.
    private static bool Continues(List<string> open, List<string> next)
    {
        var last = open[^1];
        return open.Sum(line => line.Length) >= ShortestOpenParagraph
            && (char.IsLetter(last[^1]) || last[^1] is ',' or '-' or '\u2010' or '\u00AD')
            && char.IsLower(next[0][0]);
    }
}
