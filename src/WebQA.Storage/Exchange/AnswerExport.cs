using System.Runtime.CompilerServices;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>Writes the answers of a project that its ratings single out to a file, for trainers that imitate.</summary>
public sealed class AnswerExport(IFeedbackStore store)
{
    /// <summary>Exports; an existing target is replaced once the new one is complete.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="madeBy">Whose ratings count; those of simulated labelers only where asked for.</param>
    /// <param name="target">Path of the file to write.</param>
    /// <param name="to">The form to write.</param>
    /// <param name="cancellationToken">Stops; the target is then as it was.</param>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    public async Task<ExportManifest> RunAsync(string project, MadeBy madeBy, string target, IAnswerFormat to, CancellationToken cancellationToken = default)
    {
        var judged = new JudgedAnswers(store, project, madeBy);
        await judged.SumAsync(cancellationToken);
        var written = new StrongBox<int>();
        var sha256 = await WholeFile.WriteAsync(target, output => to.WriteAsync(output, CountAsync(judged, to.HoldsBad, written, cancellationToken), cancellationToken), cancellationToken);
        var (comparisons, ties) = judged.Read;
        return new ExportManifest(ExportManifest.CurrentSchema, to.Name, sha256, null, null, null, judged.Questions.Count, comparisons, comparisons - ties, ties, 0, written.Value)
        {
            Project = project,
            MadeBy = madeBy.ToString().ToLowerInvariant(),
            QuestionsSha256 = WholeFile.HashOf(judged.Questions),
        };
    }

    private static async IAsyncEnumerable<AnsweredQuestion> CountAsync(
        JudgedAnswers judged, bool withBad, StrongBox<int> written, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var answered in judged.ChooseAsync(withBad, cancellationToken))
        {
            written.Value++;
            yield return answered;
        }
    }
}
