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
        var paragraphs = new List<List<string>>();
        List<string>? open = null;
        foreach (var row in TableRows.Group([.. Order.Get(Blocks.GetBlocks(words))]))
        {
            if (row.Count > 1)
            {
                paragraphs.AddRange(TableRows.Lines(row).Select(line => new List<string> { line }));
                open = null;
                continue;
            }
            var lines = TableRows.LinesOf(row[0]);
            if (open is not null && Continues(open, lines))
            {
                open.AddRange(lines);
                continue;
            }
            paragraphs.Add(lines);
            open = lines;
        }
        return paragraphs;
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
