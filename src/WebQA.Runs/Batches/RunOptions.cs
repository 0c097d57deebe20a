using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.Core.Episodes;
using WebQA.Runs.Answers;

namespace WebQA.Runs.Batches;

/// <summary><c>options.json</c>: all that decides the results, and nothing else.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="QuestionsSha256">SHA-256 of the file of questions.</param>
/// <param name="Environment">Name of the environment.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="N">Samples of each question.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Temperature">Sampling temperature.</param>
/// <param name="Limits">Limits of each episode.</param>
public sealed record RunOptions(
    string Schema, string QuestionsSha256, string Environment, string Policy, int N, long Seed, double Temperature, EpisodeLimits Limits);

/// <summary><c>manifest.json</c>: what the results were made with, and when.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="Version">WebQA's version, with the commit where the build knew it.</param>
/// <param name="Questions">Name of the file of questions.</param>
/// <param name="QuestionCount">How many it holds.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Versions">Versions of the formats.</param>
/// <param name="StartedAt">When the run was first started.</param>
/// <param name="EndedAt">When its last line was written; null before.</param>
public sealed record RunManifest(
    string Schema, string Version, string Questions, int QuestionCount, NameAndHash Environment, NameAndHash Policy, FormatVersions Versions,
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

/// <summary><c>timings.json</c>: all that two runs of the same seed may differ in.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="Run">The run's id in the store; its episodes are <c>run.episode</c> there.</param>
/// <param name="Episodes">An entry a line of <c>answers.jsonl</c>, where the store still has the episode.</param>
public sealed record RunTimings(string Schema, string Run, IReadOnlyList<EpisodeTimings> Episodes);

/// <summary>When an episode of a run ran.</summary>
/// <param name="Episode">Its id, as in <c>answers.jsonl</c>.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Ms">Milliseconds between.</param>
/// <param name="StepMs">Milliseconds of each step.</param>
/// <param name="FetchedAt">When the page of each reference was read.</param>
public sealed record EpisodeTimings(
    string Episode, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, long? Ms, IReadOnlyList<int> StepMs, IReadOnlyList<DateTimeOffset> FetchedAt)
{
    internal static EpisodeTimings Of(AnswerDocument document) => new(
        document.Episode, document.Timings!.StartedAt, document.Timings.EndedAt, document.Timings.Ms,
        [.. document.Steps.Select(s => s.Ms ?? 0)], [.. document.References.Select(r => r.FetchedAt!.Value)]);
}

[JsonSerializable(typeof(RunOptions))]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(RunTimings))]
internal sealed partial class RunJson : JsonSerializerContext
{
    public static readonly RunJson Indented = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });
}
