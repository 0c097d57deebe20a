using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Cli.Output;

/// <summary>How outcomes are worded for people.</summary>
internal static class OutcomeText
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Answered => "answered",
        Outcome.NotEnoughEvidence => "not enough evidence",
        Outcome.Nonsense => "nonsense",
        Outcome.Controversial => "controversial",
        Outcome.Stopped => "stopped",
        _ => "failed",
    };

    /// <summary>The outcome of an ended episode, or where it stands.</summary>
    public static string Of(EpisodeSummary summary) => summary.Outcome is { } outcome ? Of(outcome) : summary.Phase switch
    {
        EpisodePhase.Running => "running",
        EpisodePhase.Interrupted => "interrupted",
        _ => "ended",
    };
}
