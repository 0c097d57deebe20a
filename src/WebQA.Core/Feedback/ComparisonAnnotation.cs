namespace WebQA.Core.Feedback;

/// <summary>What a labeler says of two answers. Only <see cref="Rating"/> trains a reward model; all else is kept.</summary>
/// <remarks>WebGPT, appendix C.2: the seven steps. Of an answer shown alone (<see cref="ProjectForm.AbsoluteRating"/>) the ratings run from -2, very bad, to 2, very good.</remarks>
public sealed record ComparisonAnnotation
{
    /// <summary>The final rating: overall usefulness.</summary>
    public required Preference Rating { get; init; }

    /// <summary>Which has less unsupported information.</summary>
    public Preference? Unsupported { get; init; }

    /// <summary>Which has less irrelevant information.</summary>
    public Preference? Irrelevant { get; init; }

    /// <summary>Which information is more useful, given how it is supported.</summary>
    public Preference? Usefulness { get; init; }

    /// <summary>Which is easier to follow.</summary>
    public Preference? Coherence { get; init; }

    /// <summary>Which is more factually accurate; asked for where references are not shown.</summary>
    public Preference? Accuracy { get; init; }

    /// <summary>Whether it was difficult to choose.</summary>
    public bool IsDifficult { get; init; }

    /// <summary>The question makes no sense or should not be answered; the ratings then say nothing.</summary>
    public bool QuestionIsBad { get; init; }

    /// <summary>Neither answer is acceptable, whichever is better.</summary>
    public bool BothUnacceptable { get; init; }

    /// <summary>Trust of each reference relied on.</summary>
    public IReadOnlyList<ReferenceTrust> Trust { get; init; } = [];

    /// <summary>Claims marked in the answers.</summary>
    public IReadOnlyList<AnnotatedClaim> Claims { get; init; } = [];

    /// <summary>Why, in the labeler's words.</summary>
    public string? Justification { get; init; }

    /// <summary>How it was made.</summary>
    public AnnotationWork Work { get; init; } = new();

    /// <summary>Fields of the file it came from that mean nothing here, as a JSON object; null without any.</summary>
    public string? OtherFields { get; init; }

    /// <summary>The same with the sides exchanged.</summary>
    public ComparisonAnnotation Swapped() => this with
    {
        Rating = Swap(Rating)!.Value,
        Unsupported = Swap(Unsupported),
        Irrelevant = Swap(Irrelevant),
        Usefulness = Swap(Usefulness),
        Coherence = Swap(Coherence),
        Accuracy = Swap(Accuracy),
        Trust = [.. Trust.Select(static trust => trust with { Side = Other(trust.Side) })],
        Claims = [.. Claims.Select(static claim => claim with { Side = Other(claim.Side) })],
    };

    private static Preference? Swap(Preference? preference) => preference is { } value ? (Preference)(-(int)value) : null;

    private static AnswerSide Other(AnswerSide side) => side == AnswerSide.A ? AnswerSide.B : AnswerSide.A;
}

/// <summary>One of two answers.</summary>
public enum AnswerSide
{
    /// <summary>A.</summary>
    A,

    /// <summary>B.</summary>
    B,
}

/// <summary>How far a labeler trusts a reference.</summary>
/// <param name="Side">The answer it belongs to.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Trust">One of the project's labels, as <c>trustworthy</c>, <c>neutral</c>, <c>suspicious</c>.</param>
/// <param name="Note">Why.</param>
public sealed record ReferenceTrust(AnswerSide Side, int Number, string Trust, string? Note = null);

/// <summary>A claim marked in an answer, by place and by its words, so that either finds it again.</summary>
/// <param name="Side">The answer.</param>
/// <param name="Start">Where it begins, in UTF-16 units from 0.</param>
/// <param name="Length">Its UTF-16 units.</param>
/// <param name="Exact">Its words.</param>
/// <param name="Prefix">Up to 32 characters before it.</param>
/// <param name="Suffix">Up to 32 characters after it.</param>
/// <param name="CitedReferences">Numbers of the references it cites.</param>
/// <param name="Support">How well it is supported, one of the project's labels, as <c>strong</c>, <c>weak</c>, <c>none</c>, <c>citation_error</c>; null where not said.</param>
/// <param name="Relevance">How much it is to the point, one of the project's labels, as <c>core</c>, <c>side</c>, <c>irrelevant</c>; null where not said.</param>
public sealed record AnnotatedClaim(
    AnswerSide Side, int Start, int Length, string Exact, string Prefix, string Suffix, IReadOnlyList<int> CitedReferences, string? Support = null, string? Relevance = null);

/// <summary>How an annotation was made.</summary>
public sealed record AnnotationWork
{
    /// <summary>When the labeler first saw the task; null where unknown.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Time at work, in milliseconds.</summary>
    public long ActiveMilliseconds { get; init; }

    /// <summary>Time away from it, in milliseconds.</summary>
    public long IdleMilliseconds { get; init; }

    /// <summary>Changes made.</summary>
    public int Edits { get; init; }

    /// <summary>Changes taken back.</summary>
    public int Undos { get; init; }

    /// <summary>Version of the page it was made on; empty where it was no page.</summary>
    public string UiVersion { get; init; } = string.Empty;
}
