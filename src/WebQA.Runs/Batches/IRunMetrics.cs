using System.Text.Json.Nodes;
using WebQA.Runs.Answers;

namespace WebQA.Runs.Batches;

/// <summary>Adds figures to a run's <c>metrics.json</c>; every registered one is asked. The same answers give the same figures.</summary>
public interface IRunMetrics
{
    /// <summary>The property under which the figures stand.</summary>
    string Name { get; }

    /// <summary>The figures of a finished run; null where this kind of questions has none.</summary>
    /// <param name="questions">The questions with all that their lines hold.</param>
    /// <param name="answers">The lines of <c>answers.jsonl</c>, by question, then sample.</param>
    /// <param name="cancellationToken">Stops the measuring.</param>
    Task<JsonNode?> MeasureAsync(IReadOnlyList<RunQuestion> questions, IAsyncEnumerable<AnswerDocument> answers, CancellationToken cancellationToken = default);
}
