namespace WebQA.Core.Feedback;

/// <summary>What people have to do before tasks of a project are given to them, and who was let in or kept out by hand. Thread-safe.</summary>
/// <remarks>Checked by <see cref="ITaskQueue.ClaimAsync"/> inside its transaction; simulated labelers are let in always.</remarks>
public interface IProjectAdmission
{
    /// <summary>What a project asks for; nothing, unless it was set.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    Task<AdmissionRules> RulesAsync(string project, CancellationToken cancellationToken = default);

    /// <summary>Says what a project asks for, from now on; who has done it already need not again.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project, or a value cannot be used.</exception>
    Task SetRulesAsync(string project, AdmissionRules rules, CancellationToken cancellationToken = default);

    /// <summary>How far a person is.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    Task<Admission> OfAsync(string project, string personId, CancellationToken cancellationToken = default);

    /// <summary>Everybody who could be decided about, by id: who has taken a task of the project, is in its pool or, where it has none, has read its guidelines, and about whom something was decided.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    Task<IReadOnlyList<Admission>> ListAsync(string project, CancellationToken cancellationToken = default);

    /// <summary>Lets a person in or keeps them out by hand, or takes that back.</summary>
    /// <param name="project">The project.</param>
    /// <param name="personId">The person.</param>
    /// <param name="decision">What is decided; null to take back what was.</param>
    /// <param name="deciderId">Who decides.</param>
    /// <param name="reason">Why, for the person; required to keep them out.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="FeedbackRefusedException">There is no such project, a reason is missing or too long, or people decide about themselves.</exception>
    Task DecideAsync(string project, string personId, AdmissionDecision? decision, string deciderId, string reason, CancellationToken cancellationToken = default);
}

/// <summary>What a project asks for before its tasks are given.</summary>
public sealed record AdmissionRules
{
    /// <summary>Most tasks of a trial.</summary>
    public const int MaxTrialTasks = 200;

    /// <summary>Whether its guidelines must be read and their quiz passed.</summary>
    public bool RequiresGuidelines { get; init; }

    /// <summary>
    /// Tasks of the trial; 0 for none. They are hidden gold tasks, and agreeing with them is the mark. Demonstrations have no gold: of them a reviewer looks at
    /// so many and decides.
    /// </summary>
    public int TrialTasks { get; init; }

    /// <summary>Share of the trial on which a person has to agree with the gold, from 0 to 1, a tie beside a decided rating counting a half.</summary>
    public double TrialPassMark { get; init; } = 0.7;

    /// <summary>These rules, their values known to be usable.</summary>
    /// <exception cref="FeedbackRefusedException">One is not.</exception>
    public AdmissionRules Checked()
    {
        if (TrialTasks is < 0 or > MaxTrialTasks)
        {
            throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The trial has {TrialTasks} tasks; it has 0 to {MaxTrialTasks}.");
        }
        return TrialPassMark is >= 0 and <= 1
            ? this
            : throw new FeedbackRefusedException(FeedbackRefusal.Invalid, $"The pass mark of the trial is {TrialPassMark}; it is a share from 0 to 1.");
    }
}

/// <summary>What a reviewer decides about a person.</summary>
public enum AdmissionDecision
{
    /// <summary>Let in, whatever was done before.</summary>
    Granted = 0,

    /// <summary>Kept out, whatever was done before.</summary>
    Barred = 1,
}

/// <summary>The next thing between a person and the tasks of a project.</summary>
public enum AdmissionStage
{
    /// <summary>Nothing: tasks are given.</summary>
    Admitted,

    /// <summary>The guidelines are to be read.</summary>
    Guidelines,

    /// <summary>Their quiz is to be passed.</summary>
    Quiz,

    /// <summary>Trial tasks are given.</summary>
    Trial,

    /// <summary>The trial is done, and a reviewer decides: it was not passed, or has no gold.</summary>
    Review,

    /// <summary>A reviewer has decided against it.</summary>
    Barred,
}

/// <summary>How far a person is on the way to the tasks of a project.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Stage">What comes next.</param>
/// <param name="TrialDone">Trial tasks handed in.</param>
/// <param name="TrialTasks">Tasks of the trial.</param>
/// <param name="Agreement">Share of the trial tasks so far on which they agree with the gold; null where there is none.</param>
/// <param name="Decision">What a reviewer decided; null where none did.</param>
/// <param name="Reason">Why.</param>
public sealed record Admission(string PersonId, AdmissionStage Stage, int TrialDone, int TrialTasks, double? Agreement, AdmissionDecision? Decision, string? Reason);
