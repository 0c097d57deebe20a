using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Runs.Answers;
using WebQA.Runs.Hosting;

namespace WebQA.Runs.Batches;

/// <summary>Runs a file of questions into a folder: so many episodes at once, lines in order, gone on with where it was left.</summary>
/// <remarks>
/// The same seed, questions, environment and policy give the same bytes of <c>answers.jsonl</c> and <c>metrics.json</c>, whatever ran in parallel and
/// however often it was interrupted. Cancelling pauses: episodes keep what they have stored.
/// </remarks>
public sealed class BatchRunner
{
    private static readonly JsonSerializerOptions Metrics = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SampleRunner _samples;
    private readonly EpisodeStarter _starter;
    private readonly IEnumerable<IRunMetrics> _metrics;
    private readonly int _maxRunning;
    private readonly TimeProvider _clock;

    internal BatchRunner(
        SampleRunner samples, EpisodeStarter starter, IEnumerable<IRunMetrics> metrics, IOptions<EpisodeHostOptions> options, TimeProvider clock) =>
        (_samples, _starter, _metrics, _maxRunning, _clock) = (samples, starter, metrics, options.Value.MaxRunning, clock);

    /// <summary>Runs the batch to its end.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="progress">Told after every line.</param>
    /// <param name="gate">Holds new episodes back while it is closed.</param>
    /// <param name="cancellationToken">Leaves the run as it is, to be gone on with.</param>
    /// <exception cref="QuestionFileException">The questions cannot be asked.</exception>
    /// <exception cref="UnknownNameException">There is no such environment or policy.</exception>
    /// <exception cref="ValidationException">The number of samples or of parallel episodes is out of range.</exception>
    /// <exception cref="InvalidQuestionException">A limit is out of range.</exception>
    /// <exception cref="BatchException">The folder cannot be used, or an episode did not end.</exception>
    /// <exception cref="HostRefusedException">No episode can begin (a full disk); run the same folder again.</exception>
    public async Task<BatchResult> RunAsync(
        BatchRequest request, IProgress<BatchProgress>? progress = null, PauseGate? gate = null, CancellationToken cancellationToken = default)
    {
        Validator.ValidateObject(request, new ValidationContext(request), validateAllProperties: true);
        EpisodeStarter.Check(request.Limits, request.Temperature);
        var environment = _starter.Environment(request.Environment);
        var policy = _starter.Policy(request.Policy);
        var questions = await QuestionFile.ReadAsync(request.Questions, cancellationToken);
        using var folder = RunFolder.Take(request.Output);
        var sha = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(request.Questions, cancellationToken)));
        await folder.KeepAsync(
            new RunOptions("webqa.run-options/1", sha, environment.Name, policy.Name, request.N, request.Seed, request.Temperature, request.Limits), cancellationToken);
        var run = await BeginAsync(folder, request, questions.Count, environment, policy, cancellationToken);
        var setups = Setups(request, questions, environment, policy, run.Id).ToList();
        var (counts, timings) = await WriteAnswersAsync(folder, setups, request.Parallel ?? _maxRunning, progress, gate, cancellationToken);
        await WriteMetricsAsync(folder, questions, counts, cancellationToken);
        await folder.WriteAsync("timings.json", new RunTimings("webqa.run-timings/1", run.Id, timings), RunJson.Indented.RunTimings, cancellationToken);
        await folder.WriteAsync("manifest.json", run.Manifest with { EndedAt = _clock.GetUtcNow() }, RunJson.Indented.RunManifest, cancellationToken);
        return new BatchResult(Path.GetFullPath(request.Output), counts.Lines, counts.Outcomes);
    }

    /// <summary>The run's id is kept with the timings: it is the one thing that two equal runs differ in.</summary>
    private async Task<(string Id, RunManifest Manifest)> BeginAsync(
        RunFolder folder, BatchRequest request, int questionCount, EnvironmentInfo environment, PolicyInfo policy, CancellationToken cancellationToken)
    {
        var timings = await folder.ReadAsync("timings.json", RunJson.Indented.RunTimings, cancellationToken);
        var earlier = await folder.ReadAsync("manifest.json", RunJson.Indented.RunManifest, cancellationToken);
        var manifest = new RunManifest(
            "webqa.run/1",
            typeof(BatchRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
            Path.GetFileName(request.Questions), questionCount, new(environment.Name, environment.Hash), new(policy.Name, policy.Hash),
            new(ObservationVersions.Observation, ObservationVersions.Grammar, ObservationVersions.Rendering),
            earlier?.StartedAt ?? _clock.GetUtcNow(), null);
        if (earlier is not null && (earlier.Environment, earlier.Policy, earlier.Versions) != (manifest.Environment, manifest.Policy, manifest.Versions))
        {
            throw new BatchException($"The environment, the policy or the formats have changed since the run in {Path.GetFullPath(request.Output)} began, so its answers would not be of one kind. Name another folder.");
        }
        var id = timings?.Run ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        await folder.WriteAsync("manifest.json", manifest, RunJson.Indented.RunManifest, cancellationToken);
        if (timings is null)
        {
            await folder.WriteAsync("timings.json", new RunTimings("webqa.run-timings/1", id, []), RunJson.Indented.RunTimings, cancellationToken);
        }
        return (id, manifest);
    }

    private static IEnumerable<EpisodeSetup> Setups(
        BatchRequest request, IReadOnlyList<RunQuestion> questions, EnvironmentInfo environment, PolicyInfo policy, string runId) =>
        from question in questions.Select(q => q.Question)
        from sample in Enumerable.Range(0, request.N)
        select new EpisodeSetup
        {
            Id = SampleIds.StoredId(runId, SampleIds.EpisodeId(request.Seed, question.Id, sample)),
            Question = question,
            Environment = environment.Name,
            EnvironmentHash = environment.Hash,
            Policy = policy.Name,
            PolicyHash = policy.Hash,
            Seed = SampleIds.Seed(request.Seed, question.Id, sample),
            Temperature = request.Temperature,
            Limits = request.Limits,
            RunId = runId,
            Sample = sample,
        };

    private async Task<(RunCounts Counts, List<EpisodeTimings> Timings)> WriteAnswersAsync(
        RunFolder folder, List<EpisodeSetup> setups, int parallel, IProgress<BatchProgress>? progress, PauseGate? gate, CancellationToken cancellationToken)
    {
        var counts = new RunCounts();
        await using var file = await folder.OpenAnswersAsync([.. setups.Select(s => s.Id[(s.Id.LastIndexOf('.') + 1)..])], counts.Add, cancellationToken);
        var timings = new List<EpisodeTimings>();
        foreach (var setup in setups.Take(counts.Lines))
        {
            if (await _samples.FindAsync(setup.Id, cancellationToken) is { } stored)
            {
                timings.Add(EpisodeTimings.Of(stored));
            }
        }
        progress?.Report(new(counts.Lines, setups.Count, 0, counts.Answered, string.Empty));
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = counts.Lines;
        await foreach (var document in RunInOrderAsync(setups.Skip(counts.Lines), parallel, () => begun++, gate, abandon))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(document.WithoutTimes().ToJson() + "\n"), cancellationToken);
            await file.FlushAsync(cancellationToken);
            counts.Add(document);
            timings.Add(EpisodeTimings.Of(document));
            progress?.Report(new(counts.Lines, setups.Count, begun - counts.Lines, counts.Answered, document.Question.Text));
        }
        return (counts, timings);
    }

    /// <summary>Runs so many at once and hands the documents out in order; the first that fails ends the others.</summary>
    private async IAsyncEnumerable<AnswerDocument> RunInOrderAsync(
        IEnumerable<EpisodeSetup> setups, int parallel, Action begun, PauseGate? gate, CancellationTokenSource abandon)
    {
        // Finished documents that wait for a slow one before them are few and small; episodes beyond that wait to begin.
        var order = Channel.CreateBounded<Task<AnswerDocument>>(4 * parallel);
        using var turns = new SemaphoreSlim(parallel);
        var feeding = FeedAsync();
        try
        {
            await foreach (var running in order.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return await running;
            }
            await feeding;
        }
        finally
        {
            await abandon.CancelAsync();
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await foreach (var running in order.Reader.ReadAllAsync(CancellationToken.None))
            {
                await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        async Task FeedAsync()
        {
            try
            {
                foreach (var setup in setups)
                {
                    await (gate?.PassAsync(abandon.Token) ?? Task.CompletedTask);
                    await turns.WaitAsync(abandon.Token);
                    begun();
                    await order.Writer.WriteAsync(RunOneAsync(setup), abandon.Token);
                }
            }
            finally
            {
                order.Writer.Complete();
            }
        }

        async Task<AnswerDocument> RunOneAsync(EpisodeSetup setup)
        {
            try
            {
                return await _samples.RunAsync(setup, abandon.Token);
            }
            finally
            {
                turns.Release();
            }
        }
    }

    private async Task WriteMetricsAsync(RunFolder folder, IReadOnlyList<RunQuestion> questions, RunCounts counts, CancellationToken cancellationToken)
    {
        var metrics = new JsonObject { ["schema"] = "webqa.metrics/1", ["questions"] = questions.Count, ["counts"] = counts.ToJson() };
        foreach (var measure in _metrics.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (await measure.MeasureAsync(questions, folder.ReadAnswersAsync(cancellationToken), cancellationToken) is { } figures)
            {
                metrics[measure.Name] = figures;
            }
        }
        await folder.WriteAsync("metrics.json", metrics.ToJsonString(Metrics), cancellationToken);
    }
}
