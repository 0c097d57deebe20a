using System.Runtime.CompilerServices;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange;

/// <summary>Writes a file of comparisons, one in memory at a time. It appears whole or not at all.</summary>
internal sealed class ComparisonFile
{
    private readonly HashSet<string> _questions = [];
    private readonly SortedSet<string> _guidelines = new(StringComparer.Ordinal);

    /// <summary>Questions read, by the hash of their text.</summary>
    public IReadOnlyCollection<string> Questions => _questions;

    /// <summary>Guidelines that comparisons were made by.</summary>
    public IReadOnlyCollection<string> Guidelines => _guidelines;

    /// <summary>Comparisons read.</summary>
    public int Read { get; private set; }

    /// <summary>Ties among them.</summary>
    public int Ties { get; private set; }

    /// <summary>Those that a program made.</summary>
    public int Simulated { get; private set; }

    /// <summary>Records written.</summary>
    public int Written { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    /// <summary>Writes comparisons; an existing target is replaced once the new one is complete.</summary>
    public async Task WriteAsync(
        IAsyncEnumerable<Comparison> comparisons, string target, IComparisonFormat to, TiePolicy ties, CancellationToken cancellationToken)
    {
        Sha256 = await WholeFile.WriteAsync(
            target,
            output =>
            {
                var read = CountReadAsync(comparisons, cancellationToken);
                var kept = to.HoldsTies ? read : Exchange.Ties.RemoveAsync(read, ties, cancellationToken);
                return to.WriteAsync(output, CountWrittenAsync(kept, cancellationToken), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>What the manifest says of this file.</summary>
    public ExportManifest ToManifest(IComparisonFormat to, TiePolicy ties) => new(
        ExportManifest.CurrentSchema, to.Name, Sha256, null, null, to.HoldsTies ? null : ties == TiePolicy.Drop ? "drop" : "expand",
        _questions.Count, Read, Read - Ties, Ties, to.HoldsTies || ties == TiePolicy.Expand ? 0 : Ties, Written);

    private async IAsyncEnumerable<Comparison> CountReadAsync(IAsyncEnumerable<Comparison> comparisons, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
        {
            Read++;
            Ties += comparison.Preference == Preference.EquallyGood ? 1 : 0;
            Simulated += comparison.IsSimulated ? 1 : 0;
            _questions.Add(QuestionText.IdOf(comparison.Question.Text));
            if (comparison.GuidelineVersion is { } version)
            {
                _guidelines.Add(version);
            }
            yield return comparison;
        }
    }

    private async IAsyncEnumerable<Comparison> CountWrittenAsync(IAsyncEnumerable<Comparison> comparisons, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
        {
            Written++;
            yield return comparison;
        }
    }
}
