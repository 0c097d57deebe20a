using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Evaluation.Metrics;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>One episode of a question, as far as it is scored.</summary>
public sealed record EpisodeSample
{
    /// <summary>The question.</summary>
    public required MiniWebQuestion Question { get; init; }

    /// <summary>How the episode ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why there is no answer.</summary>
    public string? Reason { get; init; }

    /// <summary>The answer's text, or null.</summary>
    public string? Answer { get; init; }

    /// <summary>The references, in quoting order.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The steps.</summary>
    public IReadOnlyList<EpisodeStep> Steps { get; init; } = [];

    /// <summary>Addresses of the web pages opened, in order.</summary>
    public IReadOnlyList<string> Opened { get; init; } = [];

    /// <summary>How long it took, seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>The references as quoted spans.</summary>
    public IReadOnlyList<QuotedSpan> Quotes => [.. References.Select(r => new QuotedSpan(r.Url, r.FinalUrl, r.Start, r.Extract))];

    /// <summary>Makes a sample of an ended episode.</summary>
    public static EpisodeSample Of(MiniWebQuestion question, EpisodeState state, double seconds) => new()
    {
        Question = question,
        Outcome = state.Ended?.Outcome ?? Outcome.Failed,
        Reason = state.Ended?.Reason,
        Answer = state.Composed?.Answer?.Text,
        References = state.References,
        Steps = state.Steps,
        Opened = [.. state.Steps.Where(s => s.Event.Opened && s.Page?.Kind == PageKind.Web).Select(s => s.Page!.Url).Distinct()],
        Seconds = seconds,
    };
}
