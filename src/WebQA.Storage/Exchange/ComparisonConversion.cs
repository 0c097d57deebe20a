namespace WebQA.Storage.Exchange;

/// <summary>Takes a file of comparisons from one form to another, one comparison in memory at a time. A file appears whole or not at all.</summary>
public static class ComparisonConversion
{
    /// <summary>Converts a file; an existing target is replaced once the new one is complete.</summary>
    /// <param name="source">Path of the file to read.</param>
    /// <param name="from">Its form.</param>
    /// <param name="target">Path of the file to write.</param>
    /// <param name="to">The form to write.</param>
    /// <param name="ties">What becomes of ties where the form holds none.</param>
    /// <param name="cancellationToken">Stops; the target is then as it was.</param>
    /// <exception cref="ExchangeFormatException">The source has another form; names the line.</exception>
    public static async Task<ExportManifest> RunAsync(
        string source, IComparisonFormat from, string target, IComparisonFormat to, TiePolicy ties, CancellationToken cancellationToken = default)
    {
        var sourceSha256 = await WholeFile.HashAsync(source, cancellationToken);
        var written = new ComparisonFile();
        await using (var input = File.OpenRead(source))
        {
            await written.WriteAsync(from.ReadAsync(input, cancellationToken), target, to, ties, cancellationToken);
        }
        return written.ToManifest(to, ties) with { SourceFormat = from.Name, SourceSha256 = sourceSha256 };
    }
}
