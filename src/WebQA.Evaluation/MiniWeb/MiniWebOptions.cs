namespace WebQA.Evaluation.MiniWeb;

/// <summary>What of the mini web is measured.</summary>
public sealed record MiniWebOptions
{
    /// <summary>The questions.</summary>
    public required IReadOnlyList<MiniWebQuestion> Questions { get; init; }

    /// <summary>Unanswerable questions that no weight was set on; empty to leave them out.</summary>
    public IReadOnlyList<MiniWebQuestion> Untuned { get; init; } = [];

    /// <summary>Name of the policy.</summary>
    public string Policy { get; init; } = "ranking";

    /// <summary>Seed of the run.</summary>
    public long Seed { get; init; }

    /// <summary>Temperature of the sampled episodes.</summary>
    public double Temperature { get; init; } = 0.8;

    /// <summary>Sampled episodes a question; 0 for greedy ones alone.</summary>
    public int Samples { get; init; } = 4;

    /// <summary>Whether questions are also asked on a web without their source pages.</summary>
    public bool WithRemovedSources { get; init; } = true;

    /// <summary>Whether the larger budget is run too.</summary>
    public bool WithLargeBudget { get; init; } = true;

    /// <summary>Episodes at once.</summary>
    public int Parallel { get; init; } = 2;
}

/// <summary>How far a measurement is.</summary>
/// <param name="Part">What is being run.</param>
/// <param name="Done">Episodes done.</param>
/// <param name="Total">Episodes of this part.</param>
public sealed record MiniWebProgress(string Part, int Done, int Total);
