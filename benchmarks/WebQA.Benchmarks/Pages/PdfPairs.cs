using WebQA.TextBrowser.Pages;

namespace WebQA.Benchmarks.Pages;

/// <summary>PDF files that have their text beside them: <c>name.pdf</c> and <c>name.txt</c>.</summary>
internal static class PdfPairs
{
    /// <summary>Measures the pairs of a folder; none where it holds none.</summary>
    public static async Task<IReadOnlyList<PdfRecall>> MeasureAsync(string folder, IPdfTextExtractor reader, CancellationToken cancellationToken)
    {
        var results = new List<PdfRecall>();
        foreach (var pdf in Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var textFile = Path.ChangeExtension(pdf, ".txt");
            if (File.Exists(textFile))
            {
                var wanted = await File.ReadAllTextAsync(textFile, cancellationToken);
                var read = await reader.ExtractAsync(await File.ReadAllBytesAsync(pdf, cancellationToken), cancellationToken);
                results.Add(Compare(Path.GetFileName(pdf), wanted, read));
            }
        }
        return results;
    }

    private static PdfRecall Compare(string name, string wanted, PdfText read)
    {
        var got = read is PdfText.Extracted extracted ? string.Join('\n', extracted.Pages) : string.Empty;
        var (found, all) = Words.Recall(wanted, got);
        return new PdfRecall(name, all, all == 0 ? 1 : (double)found / all, (read as PdfText.Failed)?.Message);
    }
}
