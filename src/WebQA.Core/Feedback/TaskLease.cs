namespace WebQA.Core.Feedback;

/// <summary>A task held for one person until a time, unless renewed.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="PersonId">Whom it was given to.</param>
/// <param name="Fence">Grows each time the task is given to this person; older holders are refused.</param>
/// <param name="Until">When it ends.</param>
public sealed record TaskLease(string TaskId, string PersonId, long Fence, DateTimeOffset Until);

/// <summary>A task and the right to work on it.</summary>
/// <param name="Lease">The right.</param>
/// <param name="Comparison">What is shown.</param>
public sealed record ClaimedComparison(TaskLease Lease, PresentedComparison Comparison);

/// <summary>Who judges.</summary>
/// <param name="Id">The account; <see cref="Local"/> without sign-in.</param>
/// <param name="IsSimulated">A program that says so. It has places of its own, so it takes none from people.</param>
public readonly record struct Labeler(string Id, bool IsSimulated = false)
{
    /// <summary>The one person of an installation without sign-in.</summary>
    public const string Local = "local";

    /// <summary>How the ids of simulated labelers begin, and no others: nobody can be both.</summary>
    public const string SimulatedPrefix = "simulated/";

    /// <summary>Longest id, in characters.</summary>
    public const int MaxIdLength = 200;
}

/// <summary>Where a skipped task goes.</summary>
public enum SkipRoute
{
    /// <summary>To the end of this person's own queue; others may take it meanwhile.</summary>
    AgainForMeLater,

    /// <summary>To other people; this one is not given it again.</summary>
    ForOthers,

    /// <summary>Out of the project, for everybody: the question makes no sense.</summary>
    Drop,
}
