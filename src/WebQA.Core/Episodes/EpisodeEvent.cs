using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.Core.Answers;

namespace WebQA.Core.Episodes;

/// <summary>One thing that happened in an episode. An episode is the fold of its events; each is stored before the next step starts.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EpisodeStarted), "started")]
[JsonDerivedType(typeof(StepTaken), "step")]
[JsonDerivedType(typeof(StepUndone), "undone")]
[JsonDerivedType(typeof(StepRedone), "redone")]
[JsonDerivedType(typeof(EpisodeReset), "reset")]
[JsonDerivedType(typeof(AnswerRequested), "answer_requested")]
[JsonDerivedType(typeof(AnswerComposed), "answer")]
[JsonDerivedType(typeof(EpisodeEnded), "ended")]
public abstract record EpisodeEvent
{
    /// <summary>The event as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EventJson.Default.EpisodeEvent);

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">The text is not an event of this version.</exception>
    public static EpisodeEvent FromJson(string json) =>
        JsonSerializer.Deserialize(json, EventJson.Default.EpisodeEvent) ?? throw new JsonException("The event is empty.");
}

/// <summary>The episode began.</summary>
public sealed record EpisodeStarted(EpisodeSetup Setup) : EpisodeEvent;

/// <summary>A command was given and took effect, or not. Holds what the fold cannot compute: which page came, and the hash of what the policy saw.</summary>
public sealed record StepTaken : EpisodeEvent
{
    /// <summary>1-based; also the number of actions used.</summary>
    public required int Number { get; init; }

    /// <summary>The command line as given.</summary>
    public required string Command { get; init; }

    /// <summary>What the policy wrote after the command line: logged, not read.</summary>
    public string? Rest { get; init; }

    /// <summary>What became of it.</summary>
    public required StepResult Result { get; init; }

    /// <summary>Why it failed or was invalid, for a person; null when it went well.</summary>
    public string? Message { get; init; }

    /// <summary>SHA-256 of the observation that the policy answered.</summary>
    public required string ObservationSha256 { get; init; }

    /// <summary>Key of the page shown after the step; null before the first page.</summary>
    public string? PageSha256 { get; init; }

    /// <summary>The step opened a page (a search or a click that brought one), which is now on top of the history.</summary>
    public bool Opened { get; init; }

    /// <summary>First line of the window after the step.</summary>
    public int Cursor { get; init; }

    /// <summary>Where the quoted text lies in the page's plain text, for a quote that was taken.</summary>
    public int? QuoteStart { get; init; }

    /// <summary>Length of the quoted text.</summary>
    public int? QuoteLength { get; init; }

    /// <summary>Natural-log probability of the command under the policy, where known.</summary>
    public double? LogProbability { get; init; }

    /// <summary>Milliseconds from the observation to the effect.</summary>
    public int Milliseconds { get; init; }
}

/// <summary>The last step was taken back (demonstrations).</summary>
public sealed record StepUndone : EpisodeEvent;

/// <summary>What was taken back last counts again (demonstrations).</summary>
public sealed record StepRedone : EpisodeEvent;

/// <summary>A person began anew (demonstrations). Nothing is deleted, and it can be taken back as a step can.</summary>
public sealed record EpisodeReset : EpisodeEvent;

/// <summary>A person asked for the answer now, with the references at hand.</summary>
public sealed record AnswerRequested : EpisodeEvent;

/// <summary>The policy answered and the citations were checked; or it abstained, and there is no answer.</summary>
public sealed record AnswerComposed(Answer? Answer, string? AbstainReason) : EpisodeEvent;

/// <summary>The episode is over.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">For a person: why there is no answer; null when answered.</param>
public sealed record EpisodeEnded(Outcome Outcome, string? Reason) : EpisodeEvent;

/// <summary>What became of a command.</summary>
public enum StepResult
{
    /// <summary>It took effect.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>It is not a command, or not legal in this state; it cost one action.</summary>
    [JsonStringEnumMemberName("invalid")]
    Invalid,

    /// <summary>It is legal, and nothing came of it; it cost one action.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(EpisodeEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
