using System.Text.Json;
using WebQA.Core.Support;
using WebQA.Evaluation.Training;
using WebQA.Models.RewardModels;
using WebQA.Models.Support;
using WebQA.Models.Training;

namespace WebQA.Evaluation.Support;

/// <summary>Fits a support model: a score to lessons, by the trainer, and the scale that turns scores into levels.</summary>
/// <param name="trainer">Fits the score.</param>
/// <param name="features">Shared by fits of the same data.</param>
/// <param name="options">Path of the trainer's options, or null.</param>
/// <param name="progress">Told of each line the trainer writes.</param>
internal sealed class SupportFit(TrainerProcess trainer, SupportFeatureCache features, string? options, Action<JsonElement> progress)
{
    private const int LessonSeed = 1;

    /// <summary>Fits to data, without the lessons of one kind where that is to be learned from the others.</summary>
    public async Task<SupportScorer> RunAsync(SupportData data, string folder, string? without, CancellationToken cancellationToken)
    {
        var lessons = data.Lessons(LessonSeed).Where(l => l.Kind != without).ToList();
        var better = await features.OfAsync([.. lessons.Select(static l => l.Better)], cancellationToken);
        var worse = await features.OfAsync([.. lessons.Select(static l => l.Worse)], cancellationToken);
        // Kinds differ in size; the square root keeps a large one from drowning the others.
        var sizes = lessons.CountBy(static l => l.Kind).ToDictionary(StringComparer.Ordinal);
        var scale = lessons.Count / lessons.Sum(l => 1 / Math.Sqrt(sizes[l.Kind]));
        var pairs = new PairDataset(SentenceFeatures.Version, SentenceFeatures.Names,
        [
            .. lessons.Select((l, i) => new TrainingPair(better[i], worse[i], 1, SupportData.SplitOf(l.Question)) { Weight = (float)(scale / Math.Sqrt(sizes[l.Kind])) }),
        ]);
        var (dataFolder, weights) = (Path.Combine(folder, "data"), Path.Combine(folder, "model.onnx"));
        pairs.Write(dataFolder);
        await trainer.FitRewardAsync(dataFolder, Path.Combine(folder, "work"), weights, options, progress, cancellationToken);
        var scorer = new SupportScorer(new RewardNetwork(weights), features);
        scorer.Scale = SupportScale.Fit(await KnownAsync(scorer, data, cancellationToken));
        return scorer;
    }

    /// <summary>Scores of sentences people judged, of questions no weight was fitted to: levels are what people mean by them, and damaged sentences would make every doubtful one look sound.</summary>
    private static async Task<IReadOnlyList<(double Score, SupportLevel Level)>> KnownAsync(SupportScorer scorer, SupportData data, CancellationToken cancellationToken)
    {
        var known = data.Judged.Where(static j => SupportData.SplitOf(j.Question) != TrainingSplit.Train).ToList();
        var scores = await scorer.ScoresAsync([.. known.Select(static k => k.Input)], cancellationToken);
        return [.. scores.Zip(known, static (score, k) => (score, k.Level))];
    }
}

/// <summary>A fitted support model over cached features.</summary>
internal sealed class SupportScorer(RewardNetwork network, SupportFeatureCache features) : IDisposable
{
    /// <summary>Of its scores.</summary>
    public SupportScale Scale { get; set; } = new(1, 0, 0);

    /// <summary>Mean score over the networks, an input.</summary>
    public async Task<IReadOnlyList<double>> ScoresAsync(IReadOnlyList<SupportInput> inputs, CancellationToken cancellationToken)
    {
        var rows = await features.OfAsync(inputs, cancellationToken);
        return [.. network.Score(rows).Select(static members => (double)members.Average())];
    }

    /// <summary>Support expected, from 0 to 1, an input.</summary>
    public async Task<IReadOnlyList<double>> ExpectedAsync(IReadOnlyList<SupportInput> inputs, CancellationToken cancellationToken) =>
        [.. (await ScoresAsync(inputs, cancellationToken)).Select(score => Scale.Of(score).Expected)];

    /// <inheritdoc/>
    public void Dispose() => network.Dispose();
}
