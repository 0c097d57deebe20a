using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Questions;

namespace WebQA.Core.Episodes;

/// <summary>Everything an episode begins with. Stored as its first event.</summary>
public sealed record EpisodeSetup
{
    /// <summary>The episode's id.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked.</summary>
    public required Question Question { get; init; }

    /// <summary>Name of the environment.</summary>
    public required string Environment { get; init; }

    /// <summary><see cref="EnvironmentInfo.Hash"/> of the environment.</summary>
    public string EnvironmentHash { get; init; } = string.Empty;

    /// <summary>Name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary><see cref="PolicyInfo.Hash"/> of the policy.</summary>
    public string PolicyHash { get; init; } = string.Empty;

    /// <summary>Seed of all the episode's randomness.</summary>
    public long Seed { get; init; }

    /// <summary>Sampling temperature; 0 is greedy.</summary>
    public double Temperature { get; init; }

    /// <summary>Limits of the browsing.</summary>
    public EpisodeLimits Limits { get; init; } = new();

    /// <summary>Whether the observation says what was wrong with a failed command; off in <c>webgpt-v1</c>.</summary>
    public bool FeedbackOnInvalid { get; init; }

    /// <summary>References at hand from the start: those of the episode that this one follows up.</summary>
    public IReadOnlyList<Reference> InitialReferences { get; init; } = [];

    /// <summary>The episode whose answer led to this question, or null.</summary>
    public string? FollowUpOf { get; init; }

    /// <summary>The batch this episode belongs to, or null.</summary>
    public string? RunId { get; init; }

    /// <summary>Which of the n samples of its question this is, from 0.</summary>
    public int Sample { get; init; }

    /// <summary>Who asked; null until sign-in is configured.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Version of the observation format.</summary>
    public string ObservationVersion { get; init; } = ObservationVersions.Observation;

    /// <summary>Version of the command grammar.</summary>
    public string GrammarVersion { get; init; } = ObservationVersions.Grammar;

    /// <summary>Version of the page rendering.</summary>
    public string RenderingVersion { get; init; } = ObservationVersions.Rendering;
}
