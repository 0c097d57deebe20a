using System.ComponentModel.DataAnnotations;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Batches;

/// <summary>What <c>webqa run</c> is asked to do.</summary>
public sealed record BatchRequest
{
    /// <summary>The file of questions, a JSON object a line.</summary>
    public required string Questions { get; init; }

    /// <summary>The folder of the results. The same folder again goes on where it was left.</summary>
    public required string Output { get; init; }

    /// <summary>Name of the environment; null for the default.</summary>
    public string? Environment { get; init; }

    /// <summary>Name of the policy; null for the default.</summary>
    public string? Policy { get; init; }

    /// <summary>Samples of each question, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int N { get; init; } = 1;

    /// <summary>Seed of the run.</summary>
    public long Seed { get; init; }

    /// <summary>Sampling temperature; 0 is greedy.</summary>
    public double Temperature { get; init; }

    /// <summary>Limits of each episode.</summary>
    public EpisodeLimits Limits { get; init; } = new();

    /// <summary>Episodes at once; null for as many as the host runs. Changes nothing in the results.</summary>
    [Range(1, 10_000)]
    public int? Parallel { get; init; }
}

/// <summary>How far a batch is.</summary>
/// <param name="Done">Lines written.</param>
/// <param name="Total">Lines in all: questions times samples.</param>
/// <param name="Running">Episodes begun and not yet written.</param>
/// <param name="Answered">Lines with an answer.</param>
/// <param name="LastQuestion">The question of the line that was written last; empty before the first.</param>
public sealed record BatchProgress(int Done, int Total, int Running, int Answered, string LastQuestion);

/// <summary>What became of a batch.</summary>
/// <param name="Folder">Where the results are.</param>
/// <param name="Lines">Lines of <c>answers.jsonl</c>, one a question and sample.</param>
/// <param name="Outcomes">How many ended how, by the names of the answer document.</param>
public sealed record BatchResult(string Folder, int Lines, IReadOnlyDictionary<string, int> Outcomes);

/// <summary>A batch that cannot be run or gone on with; the message says why and what to do.</summary>
public sealed class BatchException(string message, Exception? innerException = null) : Exception(message, innerException);
