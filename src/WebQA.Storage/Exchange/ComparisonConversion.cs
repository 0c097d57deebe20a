using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using WebQA.Core.Feedback;

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
        var counts = new Counts();
        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var input = File.OpenRead(source))
            await using (var output = File.Create(partial))
            {
                var read = counts.CountReadAsync(from.ReadAsync(input, cancellationToken), cancellationToken);
                var kept = to.HoldsTies ? read : Ties.RemoveAsync(read, ties, cancellationToken);
                await to.WriteAsync(output, counts.CountWrittenAsync(kept, cancellationToken), cancellationToken);
                output.Flush(flushToDisk: true);
            }
            var manifest = new ExportManifest(
                ExportManifest.CurrentSchema, to.Name, await HashAsync(partial, cancellationToken), from.Name, await HashAsync(source, cancellationToken),
                to.HoldsTies ? null : ties == TiePolicy.Drop ? "drop" : "expand",
                counts.Questions.Count, counts.Read, counts.Read - counts.TiesRead, counts.TiesRead, to.HoldsTies || ties == TiePolicy.Expand ? 0 : counts.TiesRead, counts.Written);
            File.Move(partial, target, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private sealed class Counts
    {
        public HashSet<string> Questions { get; } = [];

        public int Read { get; private set; }

        public int TiesRead { get; private set; }

        public int Written { get; private set; }

        public async IAsyncEnumerable<Comparison> CountReadAsync(IAsyncEnumerable<Comparison> comparisons, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
            {
                Read++;
                TiesRead += comparison.Preference == Preference.EquallyGood ? 1 : 0;
                Questions.Add(ImportedQuestion.IdOf(comparison.Question.Text));
                yield return comparison;
            }
        }

        public async IAsyncEnumerable<Comparison> CountWrittenAsync(IAsyncEnumerable<Comparison> comparisons, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
            {
                Written++;
                yield return comparison;
            }
        }
    }
}
