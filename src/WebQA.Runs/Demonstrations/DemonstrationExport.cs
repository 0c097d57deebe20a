using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Demonstrations;

/// <summary>Demonstrations as training data: what a policy would have seen at each step, and what the person did. One demonstration is held at a time. Thread-safe.</summary>
/// <remarks>Single scrolls in a row are merged, steps taken back are left out, and the policy's view is rendered again (WebGPT, appendix B; <c>webgpt-v1</c>).</remarks>
public sealed class DemonstrationExport(IDemonstrationStore demonstrations, EpisodeReader episodes)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Writes those that were handed in, a JSON line a step.</summary>
    /// <param name="form">What a line is.</param>
    /// <param name="project">Of one project; null for all.</param>
    /// <param name="output">Takes UTF-8 lines that end in LF.</param>
    /// <param name="cancellationToken">Stops between demonstrations.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="Core.Browsing.PageNotStoredException">The archive lacks a page that a demonstration showed.</exception>
    public async Task<DemonstrationManifest> WriteAsync(DemonstrationForm form, string? project, Stream output, CancellationToken cancellationToken = default)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var versions = new SortedSet<string>(StringComparer.Ordinal);
        var (count, steps, answers, failed) = (0, 0, 0, 0);
        await foreach (var (demonstration, pairs) in ReadAsync(project, cancellationToken))
        {
            count++;
            if (demonstration.Task is { GuidelineVersion: var version })
            {
                versions.Add(version);
            }
            foreach (var pair in pairs)
            {
                if (form == DemonstrationForm.Sft && pair.Result != StepResult.Ok)
                {
                    failed++;
                    continue;
                }
                var line = Encoding.UTF8.GetBytes(Line(form, demonstration, pair) + "\n");
                sha.AppendData(line);
                await output.WriteAsync(line, cancellationToken);
                steps += pair.Phase == TrainingPhase.Browsing ? 1 : 0;
                answers += pair.Phase == TrainingPhase.Answering ? 1 : 0;
            }
        }
        return new DemonstrationManifest(
            "webqa.demonstrations/1", form.ToString().ToLower(CultureInfo.InvariantCulture), project, count, steps, answers, failed, versions, Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    private async IAsyncEnumerable<(Demonstration Demonstration, IReadOnlyList<TrainingPair> Pairs)> ReadAsync(
        string? project, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var demonstration in demonstrations.ReadAsync(new DemonstrationQuery(Project: project), cancellationToken))
        {
            if (await episodes.ReadAsync(demonstration.EpisodeId, cancellationToken) is { } state)
            {
                yield return (demonstration, await TrainingPair.OfAsync(state, cancellationToken));
            }
        }
    }

    private static string Line(DemonstrationForm form, Demonstration demonstration, TrainingPair pair) => form == DemonstrationForm.Steps
        ? JsonSerializer.Serialize(
            new { Demonstration = demonstration.EpisodeId, Question = demonstration.Question.Id, pair.Number, pair.Phase, pair.Prompt, pair.Completion, pair.Result }, Json)
        : JsonSerializer.Serialize(
            new { Messages = new[] { new { Role = "user", Content = pair.Prompt }, new { Role = "assistant", Content = pair.Completion } } }, Json);
}

/// <summary>What a line of an export is.</summary>
public enum DemonstrationForm
{
    /// <summary>All that is known of a step: demonstration, question, number, phase, prompt, completion, result.</summary>
    Steps,

    /// <summary>Chat messages, as trainers of language models take them; commands that failed are left out and counted.</summary>
    Sft,
}

/// <summary>What an export holds.</summary>
/// <param name="Schema">Name and version of this form.</param>
/// <param name="Form">What a line is.</param>
/// <param name="Project">The project; null for all.</param>
/// <param name="Demonstrations">Demonstrations read.</param>
/// <param name="Steps">Lines that are commands.</param>
/// <param name="Answers">Lines that are answers.</param>
/// <param name="LeftOut">Commands that failed and are not in the file.</param>
/// <param name="GuidelineVersions">Versions of the guidelines that people worked by.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record DemonstrationManifest(
    string Schema, string Form, string? Project, int Demonstrations, int Steps, int Answers, int LeftOut, IReadOnlyCollection<string> GuidelineVersions, string Sha256);
