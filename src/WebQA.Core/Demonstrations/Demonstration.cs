using WebQA.Core.Answers;
using WebQA.Core.Questions;

namespace WebQA.Core.Demonstrations;

/// <summary>An episode led by a person, and what is known of the work besides its events.</summary>
/// <param name="EpisodeId">The episode; its events are the demonstration itself.</param>
/// <param name="PersonId">Who made it; nobody else is shown it.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Environment">Where.</param>
/// <param name="Task">The task of a queue that it fulfils; null for a question of the person's own.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Undos">Steps taken back.</param>
/// <param name="Resets">Times that the person began anew.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it was handed in or skipped; null while it goes on.</param>
/// <param name="Outcome">How it ended; <see cref="Outcome.Stopped"/> where it was skipped.</param>
/// <param name="SkipReason">Why it was skipped, in the person's words.</param>
public sealed record Demonstration(
    string EpisodeId,
    string PersonId,
    Question Question,
    string Environment,
    DemonstrationTask? Task,
    WorkTime Time,
    int Undos,
    int Resets,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    Outcome? Outcome,
    string? SkipReason)
{
    /// <summary>What stands as the policy's name of an episode that a person leads.</summary>
    public const string Policy = "person";

    /// <summary>Kind of the draft that holds the answer until it is handed in.</summary>
    public const string DraftKind = "demonstration";
}

/// <summary>The task of a queue that a demonstration fulfils.</summary>
/// <param name="Project">Its project.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Fence">Of the lease by which the person has it.</param>
/// <param name="GuidelineVersion">The guidelines the person was shown.</param>
public sealed record DemonstrationTask(string Project, string TaskId, long Fence, string GuidelineVersion);

/// <summary>How far a demonstration is, as kept beside each event.</summary>
/// <param name="Steps">Steps that count.</param>
/// <param name="References">References at hand.</param>
/// <param name="Time">Time spent so far.</param>
public readonly record struct DemonstrationProgress(int Steps, int References, WorkTime Time);
