using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Compare;

/// <summary>What a labeler has said so far: the body of a draft. compare.js writes it too, by the same names.</summary>
public sealed record ComparisonWork
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
    };

    /// <summary>Nothing said yet.</summary>
    public static ComparisonWork Empty { get; } = new();

    /// <summary>Ratings from -2 to 2 by the part's name, as <c>Overall</c>.</summary>
    public IReadOnlyDictionary<string, int> Ratings { get; init; } = new Dictionary<string, int>();

    /// <summary>Trust by side and number, as <c>A1</c>.</summary>
    public IReadOnlyDictionary<string, string> Trust { get; init; } = new Dictionary<string, string>();

    /// <summary>Claims marked.</summary>
    public IReadOnlyList<ClaimMark> Claims { get; init; } = [];

    /// <summary>See <see cref="ComparisonAnnotation.IsDifficult"/>.</summary>
    public bool Difficult { get; init; }

    /// <summary>See <see cref="ComparisonAnnotation.BothUnacceptable"/>.</summary>
    public bool BothUnacceptable { get; init; }

    /// <summary>See <see cref="ComparisonAnnotation.QuestionIsBad"/>.</summary>
    public bool BadQuestion { get; init; }

    /// <summary>Why, in the labeler's words.</summary>
    public string Justification { get; init; } = string.Empty;

    /// <summary>Time at work before the page was opened last, in milliseconds.</summary>
    public long ActiveMilliseconds { get; init; }

    /// <summary>Time away before that, in milliseconds.</summary>
    public long IdleMilliseconds { get; init; }

    /// <summary>When the task was first opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Changes made and taken back before that.</summary>
    public int Edits { get; init; }

    /// <summary>Changes taken back.</summary>
    public int Undos { get; init; }

    /// <summary>The rating of a part; null where none is given.</summary>
    public Preference? Rating(AnnotationPart part) => Ratings.TryGetValue(part.ToString(), out var value) ? (Preference)value : null;

    /// <summary>The trust of a reference; null where none is given.</summary>
    public string? TrustOf(AnswerSide side, int number) => Trust.GetValueOrDefault($"{side}{number}");

    public ComparisonWork WithRating(AnnotationPart part, Preference value) => this with { Ratings = With(Ratings, part.ToString(), (int)value) };

    public ComparisonWork WithTrust(AnswerSide side, int number, string trust) => this with { Trust = With(Trust, $"{side}{number}", trust) };

    /// <summary>With a claim in place of the one at its place, or added.</summary>
    public ComparisonWork WithClaim(ClaimMark claim) => this with
    {
        Claims = [.. Claims.Where(other => !other.IsAt(claim)).Append(claim).OrderBy(static c => c.Side).ThenBy(static c => c.Start)],
    };

    /// <summary>Whether both say the same, however long it took.</summary>
    public bool SaysTheSame(ComparisonWork other) => Bare(this).ToJson() == Bare(other).ToJson();

    /// <summary>As it is handed in.</summary>
    /// <param name="comparison">What it is about.</param>
    /// <param name="uiVersion">Version of the page it was made on.</param>
    public ComparisonAnnotation ToAnnotation(PresentedComparison comparison, string uiVersion) => new()
    {
        Rating = Rating(AnnotationPart.Overall) ?? Preference.EquallyGood,
        Unsupported = Rating(AnnotationPart.Unsupported),
        Irrelevant = Rating(AnnotationPart.Irrelevant),
        Usefulness = Rating(AnnotationPart.Usefulness),
        Coherence = Rating(AnnotationPart.Coherence),
        Accuracy = Rating(AnnotationPart.Accuracy),
        IsDifficult = Difficult,
        QuestionIsBad = BadQuestion,
        BothUnacceptable = BothUnacceptable,
        Trust = [.. Trust.Select(static trust => new ReferenceTrust(trust.Key[0] == 'A' ? AnswerSide.A : AnswerSide.B, int.Parse(trust.Key.AsSpan(1), CultureInfo.InvariantCulture), trust.Value))],
        Claims = [.. Claims.Select(claim => AnswerClaims.ToAnnotated(claim.Side == AnswerSide.A ? comparison.A : comparison.B, claim))],
        Justification = Justification.Trim() is { Length: > 0 } said ? said : null,
        Work = new AnnotationWork
        {
            OpenedAt = OpenedAt, ActiveMilliseconds = ActiveMilliseconds, IdleMilliseconds = IdleMilliseconds, Edits = Edits, Undos = Undos, UiVersion = uiVersion,
        },
    };

    private static ComparisonWork Bare(ComparisonWork work) => work with
    {
        ActiveMilliseconds = 0, IdleMilliseconds = 0, Edits = 0, Undos = 0, OpenedAt = null,
        Ratings = new SortedDictionary<string, int>(work.Ratings.ToDictionary(), StringComparer.Ordinal), Trust = new SortedDictionary<string, string>(work.Trust.ToDictionary(), StringComparer.Ordinal),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads a draft against the answers it is about; what does not fit them is left out, since a person could have written anything.</summary>
    /// <returns>Null where it is no draft of a comparison.</returns>
    public static ComparisonWork? Parse(string json, PresentedComparison comparison)
    {
        try
        {
            return JsonSerializer.Deserialize<ComparisonWork>(json, Options)?.Fitted(comparison);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ComparisonWork Fitted(PresentedComparison comparison) => this with
    {
        Ratings = Ratings.Where(static r => Enum.TryParse<AnnotationPart>(r.Key, out _) && r.Value is >= -2 and <= 2).ToDictionary(),
        Trust = Trust.Where(t => t is { Key: ['A' or 'B', .. var number], Value.Length: > 0 and <= AnnotationRules.MaxLabel } && int.TryParse(number, out var n)
            && n >= 1 && n <= (t.Key[0] == 'A' ? comparison.A : comparison.B).References.Count).ToDictionary(),
        Claims = [.. Claims.Where(claim => claim is { Start: >= 0, Length: > 0 } && Enum.IsDefined(claim.Side) && claim.Start <= (claim.Side == AnswerSide.A ? comparison.A : comparison.B).Text.Length - claim.Length)
            .Take(AnnotationRules.MaxClaims)],
        ActiveMilliseconds = Math.Max(0, ActiveMilliseconds),
        IdleMilliseconds = Math.Max(0, IdleMilliseconds),
        Edits = Math.Max(0, Edits),
        Undos = Math.Max(0, Undos),
    };

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> values, string key, T value) => new(values) { [key] = value };
}

/// <summary>A claim marked in an answer.</summary>
/// <param name="Side">The answer, as a number: 0 A, 1 B.</param>
/// <param name="Start">Where it begins, in UTF-16 units from 0.</param>
/// <param name="Length">Its UTF-16 units.</param>
/// <param name="Support">See <see cref="CompareLabels.Support"/>.</param>
/// <param name="Relevance">See <see cref="CompareLabels.Relevance"/>.</param>
public sealed record ClaimMark(AnswerSide Side, int Start, int Length, string? Support = null, string? Relevance = null)
{
    /// <summary>One past its last unit.</summary>
    [JsonIgnore]
    public int End => Start + Length;

    /// <summary>Whether both labels are given.</summary>
    [JsonIgnore]
    public bool IsRated => Support is not null && Relevance is not null;

    public bool IsAt(ClaimMark other) => (Side, Start, Length) == (other.Side, other.Start, other.Length);

    public bool Overlaps(ClaimMark other) => Side == other.Side && Start < other.End && other.Start < End;
}
