using WebQA.Statistics;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>What was measured on the mini web. Shares are 0 to 1; intervals are 95 %: bootstrap over questions for means, Wilson for counts.</summary>
public sealed record MiniWebMetrics
{
    /// <summary>Recall and more, by system and group of questions.</summary>
    public required IReadOnlyList<RecallRow> Recall { get; init; }

    /// <summary>The greedy episodes at 400 words, by group of questions.</summary>
    public required IReadOnlyList<EpisodeRow> Greedy { get; init; }

    /// <summary>How often the policy abstained, by set of questions.</summary>
    public required IReadOnlyList<AbstentionRow> Abstention { get; init; }

    /// <summary>Of the unanswerable and answerable questions where it abstained, the share that are unanswerable.</summary>
    public required double AbstentionPrecision { get; init; }

    /// <summary>Paired difference of the greedy policy and the lexical baseline at 400 words, and its sign-flip p value.</summary>
    public required Interval GainOverLexical { get; init; }

    /// <inheritdoc cref="GainOverLexical"/>
    public required double GainPValue { get; init; }

    /// <summary>References that are the archived page's own words, and references in all.</summary>
    public required int VerifiedReferences { get; init; }

    /// <inheritdoc cref="VerifiedReferences"/>
    public required int References { get; init; }

    /// <summary>Median seconds of a greedy episode, first run. Depends on the machine.</summary>
    public double MedianSeconds { get; init; } = double.NaN;

    /// <summary>Episodes a second when the greedy episodes are run again, everything cached. Depends on the machine.</summary>
    public double WarmEpisodesPerSecond { get; init; } = double.NaN;
}

/// <summary>Claim evidence recall of a system on a group of questions.</summary>
/// <param name="System">The policy or a baseline.</param>
/// <param name="Group">All, kind <c>first</c>, the harder ones, or one kind.</param>
/// <param name="Questions">How many.</param>
/// <param name="At300">Of the first 300 words of the 400-word run.</param>
/// <param name="At400">Of the 400-word run.</param>
/// <param name="At750">Of a run of its own; null where it was not run.</param>
public sealed record RecallRow(string System, string Group, int Questions, Interval At300, Interval At400, Interval? At750);

/// <summary>The greedy episodes on a group of questions.</summary>
/// <param name="Group">The group.</param>
/// <param name="Questions">How many.</param>
/// <param name="Answered">Share answered.</param>
/// <param name="SourcesOpened">Share of the source pages that were opened.</param>
/// <param name="TwoPages">Share that quotes at least two pages.</param>
/// <param name="MythPageQuoted">Share of the questions with a myth that quote its page; null without such questions.</param>
/// <param name="MythsAsserted">Myths that the answers assert.</param>
/// <param name="Redundancy">Share of what was quoted that had been quoted before.</param>
/// <param name="BrowsingSteps">Share of steps that are not a search, the first click or a quote.</param>
/// <param name="Steps">Mean steps.</param>
/// <param name="AnswerWords">Mean words of an answer.</param>
/// <param name="StepKinds">Mean steps an episode, by command.</param>
public sealed record EpisodeRow(
    string Group, int Questions, Interval Answered, double SourcesOpened, double TwoPages, Interval? MythPageQuoted, int MythsAsserted,
    double Redundancy, double BrowsingSteps, double Steps, double AnswerWords, IReadOnlyDictionary<string, double> StepKinds);

/// <summary>Abstentions on a set of questions.</summary>
/// <param name="Set">The set.</param>
/// <param name="ShouldAbstain">Whether abstaining is right here.</param>
/// <param name="Questions">How many.</param>
/// <param name="Abstained">Share abstained.</param>
public sealed record AbstentionRow(string Set, bool ShouldAbstain, int Questions, Interval Abstained);
