using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.Core.Answers;
using WebQA.Core.BestOfN;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Answers;

/// <summary>An episode as others read it: <c>webqa.answer/1</c>, described by <c>docs/contracts/answer.schema.json</c>. Fields are only ever added.</summary>
public sealed record AnswerDocument
{
    /// <summary>Name and version of this form.</summary>
    public string Schema { get; init; } = "webqa.answer/1";

    /// <summary>The episode's id; within a batch what stands after the batch's own id.</summary>
    public required string Episode { get; init; }

    /// <summary>What was asked.</summary>
    public required AnsweredQuestion Question { get; init; }

    /// <summary>Where it was browsed.</summary>
    public required NameAndHash Environment { get; init; }

    /// <summary>Who browsed.</summary>
    public required NameAndHash Policy { get; init; }

    /// <summary>Seed of the episode's randomness.</summary>
    public required long Seed { get; init; }

    /// <summary>How it ended; null while it goes on.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public required string? Reason { get; init; }

    /// <summary>The answer with its markers, or null.</summary>
    public required string? Answer { get; init; }

    /// <summary>Which sentence of the answer cites what; offsets in UTF-16 units, markers excluded.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>The quotes, in quoting order.</summary>
    public required IReadOnlyList<AnswerReference> References { get; init; }

    /// <summary>The steps, undone ones left out.</summary>
    public required IReadOnlyList<AnswerStep> Steps { get; init; }

    /// <summary>The answers that this one was chosen from; empty where there was one only.</summary>
    public IReadOnlyList<AnswerSample> Samples { get; init; } = [];

    /// <summary>How this answer was chosen among the samples; left out where there was one only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerChoice? Choice { get; init; }

    /// <summary>Limits of the browsing.</summary>
    public required EpisodeLimits Limits { get; init; }

    /// <summary>Versions of the formats.</summary>
    public required FormatVersions Versions { get; init; }

    /// <summary>When it ran; left out in batches.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerTimings? Timings { get; init; }

    /// <summary>The document of an episode.</summary>
    /// <param name="state">Its state, as <see cref="EpisodeReader"/> folds it.</param>
    /// <param name="summary">Its times.</param>
    public static AnswerDocument Of(EpisodeState state, EpisodeSummary summary)
    {
        var setup = state.Setup;
        return new AnswerDocument
        {
            Episode = setup.Id,
            Question = new(setup.Question.Id, setup.Question.Text),
            Environment = new(setup.Environment, setup.EnvironmentHash),
            Policy = new(setup.Policy, setup.PolicyHash),
            Seed = setup.Seed,
            Outcome = state.Ended?.Outcome,
            Reason = state.Ended?.Reason,
            Answer = state.Composed?.Answer?.Text,
            Citations = state.Composed?.Answer?.Citations ?? [],
            References = [.. state.References.Select(r => AnswerReference.Of(r, PageFlags.Of(state.PageOf(r))))],
            Steps = [.. state.Steps.Select(s => new AnswerStep(s.Number, s.Event.Command, s.Result, s.Event.PageSha256, s.Event.ObservationSha256, s.Event.Milliseconds, PageFlags.Of(s.Page)))],
            Limits = setup.Limits,
            Versions = new(setup.ObservationVersion, setup.GrammarVersion, setup.RenderingVersion),
            Timings = new(summary.StartedAt, summary.EndedAt, summary.EndedAt is { } end ? (long)(end - summary.StartedAt).TotalMilliseconds : null),
        };
    }

    /// <summary>The same, with the samples it was chosen from and why.</summary>
    /// <param name="samples">All of them, in their order.</param>
    /// <param name="selection">What was found of each.</param>
    public AnswerDocument ChosenFrom(IReadOnlyList<EpisodeState> samples, Selection selection) => samples.Count == 1 ? this : this with
    {
        Samples = [.. samples.Zip(selection.Samples, static (state, found) => new AnswerSample(
            state.Setup.Id, state.Setup.Seed, state.Ended?.Outcome, state.Composed?.Answer?.Text, found.Score, found.Reward?.Spread))],
        Choice = new AnswerChoice(SelectionStrategies.NameOf(selection.Strategy), selection.Chooser, selection.Reason),
    };

    /// <summary>The same without what two runs of the same seed may differ in: <c>ms</c>, <c>fetched_at</c> and <c>timings</c>.</summary>
    public AnswerDocument WithoutTimes() => this with
    {
        References = [.. References.Select(r => r with { FetchedAt = null })],
        Steps = [.. Steps.Select(s => s with { Ms = null })],
        Timings = null,
    };

    /// <summary>The document as JSON.</summary>
    /// <param name="indented">Over several lines, for people; one line otherwise.</param>
    public string ToJson(bool indented = false) => JsonSerializer.Serialize(this, (indented ? AnswerJson.Indented : AnswerJson.Line).AnswerDocument);

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static AnswerDocument FromJson(string json) =>
        JsonSerializer.Deserialize(json, AnswerJson.Line.AnswerDocument) ?? throw new JsonException("The answer document is empty.");
}

/// <summary>What was asked.</summary>
public sealed record AnsweredQuestion(string Id, string Text);

/// <summary>A name, and the SHA-256 of what it stood for.</summary>
public sealed record NameAndHash(string Name, string Hash);

/// <summary>A quote: a verbatim slice of the plain text that <paramref name="TextSha256"/> names; offsets in UTF-16 units.</summary>
public sealed record AnswerReference(
    int Id,
    string Url,
    string FinalUrl,
    string Title,
    string Domain,
    string? SnapshotSha256,
    string TextSha256,
    int Start,
    int Length,
    string Extract,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? FetchedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? PageFlags = null)
{
    internal static AnswerReference Of(Reference r, IReadOnlyList<string>? pageFlags) =>
        new(r.Id, r.Url, r.FinalUrl, r.Title, r.Domain, r.SnapshotSha256, r.TextSha256, r.Start, r.Length, r.Extract, r.FetchedAt, pageFlags);
}

/// <summary>What is odd about a page, for those who filter what they train on or cite; null where nothing is.</summary>
internal static class PageFlags
{
    public static IReadOnlyList<string>? Of(TextPage? page) => page is { HasReaderInstructions: true } ? [ReaderInstructions.Flag] : null;
}

/// <summary>A step: what was commanded and what came of it.</summary>
/// <param name="N">1-based.</param>
/// <param name="Command">The command line as given.</param>
/// <param name="Result">What came of it.</param>
/// <param name="PageSha256">The page shown afterwards.</param>
/// <param name="ObservationSha256">What the policy saw before.</param>
/// <param name="Ms">Milliseconds from the observation to the effect.</param>
/// <param name="PageFlags">What is odd about the page shown afterwards; null where nothing is.</param>
public sealed record AnswerStep(
    int N,
    string Command,
    StepResult Result,
    string? PageSha256,
    string ObservationSha256,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Ms,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? PageFlags = null);

/// <summary>One of the answers that the answer was chosen from.</summary>
/// <param name="Episode">Its episode.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Answer">Its answer, or null.</param>
/// <param name="Score">What it was chosen by; left out where there is no answer.</param>
/// <param name="Spread">Standard deviation of its reward over the networks; left out where no reward model was asked.</param>
public sealed record AnswerSample(
    string Episode,
    long Seed,
    Outcome? Outcome,
    string? Answer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Score = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Spread = null);

/// <summary>How an answer was chosen among samples.</summary>
/// <param name="Strategy">Its name, as <see cref="SelectionStrategies"/> has it.</param>
/// <param name="Model">The reward model; null where none was asked.</param>
/// <param name="Reason">Why that one, in a sentence.</param>
public sealed record AnswerChoice(string Strategy, string? Model, string Reason);

/// <summary>Versions of the formats that the episode was made with.</summary>
public sealed record FormatVersions(string Observation, string Grammar, string Rendering);

/// <summary>When the episode ran; <paramref name="Ms"/> is the time between, in milliseconds.</summary>
public sealed record AnswerTimings(DateTimeOffset StartedAt, DateTimeOffset? EndedAt, long? Ms);

/// <summary>Writes enums as the contracts do: <c>not_enough_evidence</c>.</summary>
internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

[JsonSerializable(typeof(AnswerDocument))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    public static readonly AnswerJson Line = new(Form(indented: false));
    public static readonly AnswerJson Indented = new(Form(indented: true));

    private static JsonSerializerOptions Form(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new SnakeCaseEnum<Outcome>(), new SnakeCaseEnum<StepResult>() },
        // Letters of all languages as they are; the documents are read as files, never pasted into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
