using System.Collections.Concurrent;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>Runs questions as episodes held in memory: for measuring, nothing is stored.</summary>
/// <param name="policies">Where the policy comes from.</param>
/// <param name="clock">Times the episodes.</param>
public sealed class EpisodeBatch(IPolicyCatalog policies, TimeProvider clock)
{
    /// <summary>One sample a question and sample number, in that order.</summary>
    /// <param name="questions">What to ask.</param>
    /// <param name="environmentOf">The environment of a question.</param>
    /// <param name="options">How to run them.</param>
    /// <param name="onEnded">Called after each episode, from any thread.</param>
    /// <param name="cancellationToken">Stops the batch.</param>
    public async Task<IReadOnlyList<EpisodeSample>> RunAsync(
        IReadOnlyList<MiniWebQuestion> questions,
        Func<MiniWebQuestion, IEnvironment> environmentOf,
        EpisodeBatchOptions options,
        Action<EpisodeSample>? onEnded = null,
        CancellationToken cancellationToken = default)
    {
        var samples = new ConcurrentDictionary<int, EpisodeSample>();
        var work = Enumerable.Range(0, questions.Count * options.Samples);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(work, parallel, async (i, token) =>
        {
            var question = questions[i / options.Samples];
            var sample = await RunOneAsync(question, environmentOf(question), i % options.Samples, options, token);
            samples[i] = sample;
            onEnded?.Invoke(sample);
        });
        return [.. samples.OrderBy(s => s.Key).Select(s => s.Value)];
    }

    private async Task<EpisodeSample> RunOneAsync(
        MiniWebQuestion question, IEnvironment environment, int sample, EpisodeBatchOptions options, CancellationToken cancellationToken)
    {
        var seed = SampleSeed.Of(options.Seed, question.Id, sample);
        var policy = policies.Create(options.Policy, seed, options.Temperature);
        var setup = new EpisodeSetup
        {
            Id = $"{question.Id}/{sample}",
            Question = QuestionText.Parse(question.Text) with { Id = question.Id, Dataset = "mini-web" },
            Environment = environment.Info.Name,
            Policy = options.Policy,
            Seed = seed,
            Temperature = options.Temperature,
            Limits = new EpisodeLimits { ReferenceWords = options.ReferenceWords },
            Sample = sample,
        };
        var started = clock.GetTimestamp();
        var episode = Episode.Begin(setup, environment.For(setup.Question), ForgetfulJournal.Instance, clock);
        using var control = new EpisodeControl();
        await foreach (var _ in EpisodeRunner.RunAsync(episode, policy, control, clock, cancellationToken))
        {
            // The state is read once the episode has ended.
        }
        return EpisodeSample.Of(question, episode.State, clock.GetElapsedTime(started).TotalSeconds);
    }

    private sealed class ForgetfulJournal : IEpisodeJournal
    {
        public static readonly ForgetfulJournal Instance = new();

        public Task AppendAsync(EpisodeEvent episodeEvent, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

/// <summary>How the episodes of a batch are run.</summary>
public sealed record EpisodeBatchOptions
{
    /// <summary>Name of the policy.</summary>
    public string Policy { get; init; } = "ranking";

    /// <summary>0 is greedy.</summary>
    public double Temperature { get; init; }

    /// <summary>Seed of the run; each sample's own seed follows from it.</summary>
    public long Seed { get; init; }

    /// <summary>Samples a question.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>Words of all references together.</summary>
    public int ReferenceWords { get; init; } = 400;

    /// <summary>Episodes at once.</summary>
    public int Parallel { get; init; } = 2;
}
