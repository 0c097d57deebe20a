using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Evaluation.Training;
using WebQA.Models.RewardModels;

namespace WebQA.Evaluation.Rewards;

/// <summary>Scores every comparison by a reward model that never saw its question: folds by question, a model fitted for each.</summary>
/// <param name="trainer">Fits the models.</param>
/// <param name="folder">Where data, checkpoints and models go.</param>
/// <param name="options">Path of the trainer's options, or null.</param>
/// <param name="progress">Told of what is done.</param>
public sealed class RewardCrossValidation(TrainerProcess trainer, string folder, string? options, Action<string> progress)
{
    private readonly RewardTrainingData _data = new();

    /// <summary>Scores by folds.</summary>
    /// <param name="comparisons">Comparisons by people.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="cancellationToken">Stops; what is fitted is kept.</param>
    public async Task<RewardScores> RunAsync(IReadOnlyList<Comparison> comparisons, int folds, CancellationToken cancellationToken = default)
    {
        var scored = new List<ScoredComparison>();
        var contrasts = new List<ContrastResult>();
        for (var fold = 0; fold < folds; fold++)
        {
            var test = comparisons.Where(c => QuestionSplit.Of(c.Question.Text, folds, "fold") == fold).ToList();
            using var network = await FitAsync($"fold-{fold}", [.. comparisons.Except(test)], cancellationToken);
            var scores = ComparisonScoring.Score(network, _data, test);
            scored.AddRange(scores.Comparisons);
            contrasts.AddRange(scores.Contrasts);
        }
        return new RewardScores(scored, contrasts);
    }

    /// <summary>Scores each set by a model that was fitted to the others.</summary>
    public async Task<IReadOnlyList<ScoredComparison>> LeaveOneSetOutAsync(IReadOnlyList<Comparison> comparisons, CancellationToken cancellationToken = default)
    {
        var scored = new List<ScoredComparison>();
        foreach (var (place, set) in comparisons.Select(ComparisonSet.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index())
        {
            // A set's name comes from a file, so no folder is called by it.
            using var network = await FitAsync($"without-set-{place}", [.. comparisons.Where(c => ComparisonSet.Of(c) != set)], cancellationToken);
            scored.AddRange(ComparisonScoring.Score(network, _data, [.. comparisons.Where(c => ComparisonSet.Of(c) == set)]).Comparisons);
        }
        return scored;
    }

    private async Task<RewardNetwork> FitAsync(string name, IReadOnlyList<Comparison> comparisons, CancellationToken cancellationToken)
    {
        var (data, model) = (Path.Combine(folder, name, "data"), Path.Combine(folder, name, "model.onnx"));
        _data.Create(comparisons).Write(data);
        await trainer.FitRewardAsync(data, Path.Combine(folder, name, "work"), model, options, line => Report(name, line), cancellationToken);
        return new RewardNetwork(model);
    }

    private void Report(string name, JsonElement line)
    {
        if (line.GetProperty("event").GetString() == "fitted")
        {
            progress($"{name}: {line.GetProperty("members").GetInt32()} networks fitted, temperature {line.GetProperty("temperature").GetDouble():0.00}");
        }
    }
}

/// <summary>Whether a model told an answer from one made worse on purpose.</summary>
/// <param name="Kind">How it was made worse.</param>
/// <param name="Question">The question.</param>
/// <param name="IsDetected">Whether the original has the higher reward.</param>
public sealed record ContrastResult(string Kind, string Question, bool IsDetected);

/// <summary>What cross-validation gave.</summary>
/// <param name="Comparisons">Each scored by a model that never saw its question.</param>
/// <param name="Contrasts">Answers against ones made worse, likewise.</param>
public sealed record RewardScores(IReadOnlyList<ScoredComparison> Comparisons, IReadOnlyList<ContrastResult> Contrasts);
