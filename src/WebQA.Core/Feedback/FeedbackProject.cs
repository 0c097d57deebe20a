using WebQA.Core.Guidelines;

namespace WebQA.Core.Feedback;

/// <summary>A body of comparison tasks and the rules by which people are given them.</summary>
public sealed record FeedbackProject
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 80;

    /// <summary>Name of the project that holds what askers say of answers to their own questions (<see cref="IAskerVotes"/>); no other project has it.</summary>
    public const string AskerVotes = "Votes of askers";

    /// <summary>Unique; letters, digits, blanks and <c>- _ .</c></summary>
    public required string Name { get; init; }

    /// <summary>What its people are asked to do.</summary>
    public ProjectForm Form { get; init; }

    /// <summary>Who made it; null without sign-in.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Different people who judge the same task.</summary>
    public int Overlap { get; init; } = 1;

    /// <summary>Share of the tasks that get <see cref="Overlap"/> people, from 0 to 1; each of the others gets one.</summary>
    public double CohortShare { get; init; } = 1;

    /// <summary>Share of the tasks on which every part is required, from 0 to 1; on the others some parts are (WebGPT, appendix C.2).</summary>
    public double FullShare { get; init; } = 0.1;

    /// <summary>Chance, from 0 to 1, that a person is given a hidden gold task next while some are left for them.</summary>
    public double GoldShare { get; init; }

    /// <summary>The pool whose people may take tasks; null for everybody.</summary>
    public string? Pool { get; init; }

    /// <summary>Most comparisons one person may make; null for no limit.</summary>
    public int? Quota { get; init; }

    /// <summary>Version of the guidelines of its form that people are shown, one of <see cref="GuidelineShelf"/>; kept with each comparison.</summary>
    public string GuidelineVersion { get; init; } = "1";

    /// <summary>How long a task is held for a person without a heartbeat.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Places sides and draws cohorts; the same seed gives the same.</summary>
    public long Seed { get; init; }

    /// <summary>This project, its values known to be usable.</summary>
    /// <exception cref="FeedbackRefusedException">One is not; the message says which and what would be.</exception>
    public FeedbackProject Checked()
    {
        if (Name.Length is 0 or > MaxNameLength || Name.Trim().Length != Name.Length || !Name.All(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.'))
        {
            throw Invalid($"A project's name has 1 to {MaxNameLength} letters, digits, blanks, '-', '_' or '.', and no blank at its ends.");
        }
        Demand(!Name.Equals(AskerVotes, StringComparison.OrdinalIgnoreCase), $"The project '{AskerVotes}' takes only what askers say of answers to their own questions. Take another name.");
        Demand(Enum.IsDefined(Form), $"The form is {(int)Form}; it is one of {string.Join(", ", Enum.GetNames<ProjectForm>())}.");
        Demand(Overlap is >= 1 and <= 100, $"The overlap is {Overlap}; from 1 to 100 people can judge the same task.");
        Demand(Quota is null or >= 1, $"The quota is {Quota}; it is 1 or more, or left out.");
        Demand(Lease >= TimeSpan.FromSeconds(1) && Lease <= TimeSpan.FromDays(2), $"The lease is {Lease}; it lasts from a second to two days.");
        var kind = GuidelineKinds.Of(Form);
        Demand(
            GuidelineShelf.Find(kind, GuidelineVersion) is not null,
            $"There are no guidelines '{kind}', version '{GuidelineVersion}'. There is version {string.Join(", ", GuidelineShelf.Versions(kind))}; another goes to data/guidelines/{kind}.");
        foreach (var (share, name) in (ReadOnlySpan<(double, string)>)[(CohortShare, "cohort"), (FullShare, "full"), (GoldShare, "gold")])
        {
            Demand(share is >= 0 and <= 1, $"The {name} share is {share}; a share is from 0 to 1.");
        }
        return this;
    }

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw Invalid(message);
        }
    }

    private static FeedbackRefusedException Invalid(string message) => new(FeedbackRefusal.Invalid, message);
}

/// <summary>How far a project is.</summary>
/// <param name="Project">The project.</param>
/// <param name="Tasks">Its tasks, gold and dropped ones included.</param>
/// <param name="Gold">Hidden gold tasks.</param>
/// <param name="Dropped">Tasks taken out by a person.</param>
/// <param name="Complete">Ordinary tasks that have all the people they want.</param>
/// <param name="Comparisons">Made by people here or imported.</param>
/// <param name="Simulated">Made by simulated labelers.</param>
/// <param name="Held">Tasks that people work on now.</param>
public sealed record ProjectProgress(FeedbackProject Project, int Tasks, int Gold, int Dropped, int Complete, int Comparisons, int Simulated, int Held);
