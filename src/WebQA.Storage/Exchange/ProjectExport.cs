using System.Runtime.CompilerServices;
using WebQA.Core.Feedback;
using WebQA.Storage.Connections;
using WebQA.Storage.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>Writes the comparisons of a project to a file. Labelers are named by <see cref="LabelerNames"/>.</summary>
public sealed class ProjectExport(IFeedbackStore store, IReviewStore reviews, LabelerNames names, Database database)
{
    /// <summary>Exports; an existing target is replaced once the new one is complete.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="madeBy">Whose comparisons; those of simulated labelers only where asked for.</param>
    /// <param name="target">Path of the file to write.</param>
    /// <param name="to">The form to write.</param>
    /// <param name="ties">What becomes of ties where the form holds none.</param>
    /// <param name="cancellationToken">Stops; the target is then as it was.</param>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    public Task<ExportManifest> RunAsync(string project, MadeBy madeBy, string target, IComparisonFormat to, TiePolicy ties, CancellationToken cancellationToken = default) =>
        RunAsync(project, madeBy, target, to, ties, isAdjudicated: false, cancellationToken);

    /// <summary>Exports; an existing target is replaced once the new one is complete.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="madeBy">Whose comparisons; those of simulated labelers only where asked for.</param>
    /// <param name="target">Path of the file to write.</param>
    /// <param name="to">The form to write.</param>
    /// <param name="ties">What becomes of ties where the form holds none.</param>
    /// <param name="isAdjudicated">Whether reviewers' decisions take the place of the labels they decide about (<see cref="Adjudication"/>).</param>
    /// <param name="cancellationToken">Stops; the target is then as it was.</param>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    public async Task<ExportManifest> RunAsync(
        string project, MadeBy madeBy, string target, IComparisonFormat to, TiePolicy ties, bool isAdjudicated, CancellationToken cancellationToken = default)
    {
        if (to != ComparisonFormats.All[0] && (await store.ListProjectsAsync(cancellationToken)).Any(progress => progress.Project.Name == project && progress.Project.Form == ProjectForm.AbsoluteRating))
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The answers of '{project}' are rated alone, which '{to.Name}' cannot hold. Export to 'webqa'.");
        }
        var written = new ComparisonFile();
        var gold = new StrongBox<int>();
        var decisions = isAdjudicated ? await reviews.DecisionsAsync(project, cancellationToken) : null;
        await written.WriteAsync(ReadAsync(project, madeBy, decisions, gold, cancellationToken), target, to, ties, cancellationToken);
        return written.ToManifest(to, ties) with
        {
            Project = project,
            MadeBy = madeBy.ToString().ToLowerInvariant(),
            Simulated = written.Simulated,
            Gold = gold.Value,
            Skipped = Skipped(project, madeBy),
            GuidelineVersions = written.Guidelines,
            QuestionsSha256 = WholeFile.HashOf(written.Questions),
            Labelers = "keyed hash",
            Adjudicated = decisions?.Count,
        };
    }

    private async IAsyncEnumerable<Comparison> ReadAsync(
        string project, MadeBy madeBy, IReadOnlyDictionary<string, TaskReview>? decisions, StrongBox<int> gold, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = store.ReadAsync(project, madeBy, cancellationToken);
        await foreach (var stored in decisions is null ? all : Adjudication.ApplyAsync(all, decisions, cancellationToken))
        {
            gold.Value += stored.Task.Gold is null ? 0 : 1;
            var comparison = stored.ToComparison();
            yield return comparison with { Labeler = comparison.Labeler is { } person ? names.Of(person) : null };
        }
    }

    private int Skipped(string project, MadeBy madeBy) => database.Guarded(() =>
    {
        using var statements = new Statements(database.Open(Durability.Normal));
        return (int)(long)statements.Scalar(
            $"""
            select count(*) from feedback_lease l join feedback_project p on p.number = l.project
            where p.name = @project and l.state in ({(int)LeaseState.Later}, {(int)LeaseState.ForOthers}, {(int)LeaseState.Dropped}) and (@madeBy = 2 or l.is_simulated = @madeBy)
            """,
            ("@project", project), ("@madeBy", (int)madeBy))!;
    });
}
