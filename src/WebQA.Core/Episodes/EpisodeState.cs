using System.Collections.Immutable;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>The state of an episode: a fold over its events. Immutable.</summary>
public sealed record EpisodeState
{
    private EpisodeState(EpisodeSetup setup)
    {
        Setup = setup;
        References = [.. setup.InitialReferences];
    }

    /// <summary>What the episode began with.</summary>
    public EpisodeSetup Setup { get; }

    /// <summary>The steps so far; undone ones are gone.</summary>
    public ImmutableList<EpisodeStep> Steps { get; init; } = [];

    /// <summary>Actions used, undone ones aside.</summary>
    public int ActionsUsed => Steps.Count;

    /// <summary>The references, in quoting order.</summary>
    public ImmutableList<Reference> References { get; init; }

    /// <summary>Summaries of the actions that took effect.</summary>
    public ImmutableList<string> PastActions { get; init; } = [];

    /// <summary>The page shown and the pages before it, the newest first.</summary>
    public ImmutableStack<PageVisit> Visits { get; init; } = [];

    /// <summary>How the policy ended browsing, or null.</summary>
    public EndKind? EndedBy { get; init; }

    /// <summary>A person asked for the answer now.</summary>
    public bool IsAnswerRequested { get; init; }

    /// <summary>The answering phase is over.</summary>
    public AnswerComposed? Composed { get; init; }

    /// <summary>The end, or null while it goes on.</summary>
    public EpisodeEnded? Ended { get; init; }

    /// <summary>The state before the last step; null before the first one.</summary>
    public EpisodeState? BeforeLastStep { get; init; }

    /// <summary>The state that was taken back last; null once another step was taken.</summary>
    public EpisodeState? BeforeUndo { get; init; }

    /// <summary>The page shown, or null before the first one.</summary>
    public PageVisit? Visit => Visits.IsEmpty ? null : Visits.Peek();

    /// <summary>Actions left.</summary>
    public int ActionsLeft => Math.Max(0, Setup.Limits.MaxActions - ActionsUsed);

    /// <summary>Words of the references that this episode took; those it began with are at hand for free.</summary>
    public int WordsUsed => References.Skip(Setup.InitialReferences.Count).Sum(r => WordCount.Of(r.Extract));

    /// <summary>Words left of the reference budget.</summary>
    public int WordsLeft => Math.Max(0, Setup.Limits.ReferenceWords - WordsUsed);

    /// <summary>The policy ended browsing.</summary>
    public bool IsTerminated => EndedBy is not null;

    /// <summary>What cut browsing short, or null.</summary>
    public Truncation? TruncatedBy =>
        IsTerminated ? null
        : IsAnswerRequested ? Truncation.AnswerNow
        : WordsLeft == 0 ? Truncation.ReferenceWords
        : ActionsLeft == 0 ? Truncation.MaxActions
        : null;

    /// <summary>A limit or a person ended browsing.</summary>
    public bool IsTruncated => TruncatedBy is not null;

    /// <summary>Commands are still taken.</summary>
    public bool IsBrowsing => Ended is null && Composed is null && !IsTerminated && !IsTruncated;

    /// <summary>Browsing is over and an answer may be composed: there is at least one reference and the policy did not skip it.</summary>
    public bool CanAnswer =>
        Ended is null && Composed is null && !IsBrowsing && References.Count > 0 && EndedBy is not (EndKind.Nonsense or EndKind.Controversial);

    /// <summary>What decides which commands are legal.</summary>
    public BrowsingSituation Situation
    {
        get
        {
            if (Visit is not { } visit)
            {
                return default;
            }
            var wrapped = visit.Page.Wrap(Setup.Limits.WrapColumns);
            return new BrowsingSituation(
                HasPage: true,
                CanQuote: visit.Page.Kind == PageKind.Web && visit.Page.PlainText.Length > 0,
                LinkCount: visit.Page.Links.Count,
                CanGoBack: !Visits.Pop().IsEmpty,
                CanScrollDown: wrapped.WindowEnd(visit.Cursor) < wrapped.Lines.Count,
                CanScrollUp: visit.Cursor > 0);
        }
    }

    /// <summary>The state at the beginning.</summary>
    public static EpisodeState Begin(EpisodeSetup setup) => new(setup);

    /// <summary>The page that a reference quotes, as this episode saw it; null for a reference that it began with.</summary>
    public TextPage? PageOf(Reference reference) => Steps.Find(s => s.Page?.PageSha256 == reference.PageSha256)?.Page;

    /// <summary>What the policy sees now.</summary>
    public Observation Observe() => new(this, RendererOf(Setup));

    /// <summary>The state after an event.</summary>
    /// <param name="episodeEvent">The event.</param>
    /// <param name="page">The page that the event's key names, where it differs from the page shown.</param>
    public EpisodeState Apply(EpisodeEvent episodeEvent, TextPage? page = null) => episodeEvent switch
    {
        StepTaken step => StepFold.Apply(this, step, page),
        StepUndone => BeforeLastStep is { } before ? before with { BeforeUndo = this } : this,
        StepRedone => BeforeUndo ?? this,
        EpisodeReset => new(Setup) { BeforeLastStep = this },
        AnswerRequested => this with { IsAnswerRequested = true },
        AnswerComposed composed => this with { Composed = composed },
        EpisodeEnded ended => this with { Ended = ended },
        _ => this,
    };

    private static IObservationRenderer RendererOf(EpisodeSetup setup) =>
        setup.FeedbackOnInvalid ? Feedback : Plain;

    private static readonly ObservationRenderer Plain = new();
    private static readonly FeedbackObservationRenderer Feedback = new(Plain);
}

/// <summary>A page in the session's history, and where it was left.</summary>
/// <param name="Page">The page.</param>
/// <param name="Cursor">First line of the window.</param>
public sealed record PageVisit(TextPage Page, int Cursor);
