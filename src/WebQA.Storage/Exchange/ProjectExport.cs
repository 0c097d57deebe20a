using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>Writes the comparisons of a project to a file. Labelers are named by <see cref="LabelerNames"/>.</summary>
public sealed class ProjectExport(IFeedbackStore store, LabelerNames names)
{
    /// <summary>Exports; an existing target is replaced once the new one is complete.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="madeBy">Whose comparisons; those of simulated labelers only where asked for.</param>
    /// <param name="target">Path of the file to write.</param>
    /// <param name="to">The form to write.</param>
    /// <param name="ties">What becomes of ties where the form holds none.</param>
    /// <param name="cancellationToken">Stops; the target is then as it was.</param>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    public async Task<ExportManifest> RunAsync(
        string project, MadeBy madeBy, string target, IComparisonFormat to, TiePolicy ties, CancellationToken cancellationToken = default)
    {
        if (to != ComparisonFormats.All[0] && (await store.ListProjectsAsync(cancellationToken)).Any(progress => progress.Project.Name == project && progress.Project.Form == ProjectForm.AbsoluteRating))
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The answers of '{project}' are rated alone, which '{to.Name}' cannot hold. Export to 'webqa'.");
        }
        var written = new ComparisonFile();
        await written.WriteAsync(ReadAsync(project, madeBy, cancellationToken), target, to, ties, cancellationToken);
        return written.ToManifest(to, ties) with
        {
            Project = project,
            MadeBy = madeBy.ToString().ToLowerInvariant(),
            Simulated = written.Simulated,
            GuidelineVersions = written.Guidelines,
            QuestionsSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', written.Questions.Order(StringComparer.Ordinal))))),
            Labelers = "keyed hash",
        };
    }

    private async IAsyncEnumerable<Comparison> ReadAsync(string project, MadeBy madeBy, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stored in store.ReadAsync(project, madeBy, cancellationToken))
        {
            var comparison = stored.ToComparison();
            yield return comparison with { Labeler = comparison.Labeler is { } person ? names.Of(person) : null };
        }
    }
}
