using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Evaluation.Training;
using WebQA.Models.ModelFolders;
using WebQA.Models.RewardModels;

namespace WebQA.Evaluation.Rewards;

/// <summary>Makes a reward model's folder of comparisons: a fifth of the questions is held out for its figures, the rest is fitted to.</summary>
/// <param name="trainer">Fits it.</param>
/// <param name="work">Folder for data and checkpoints; a stopped run goes on there.</param>
/// <param name="options">Path of the trainer's options, or null.</param>
/// <param name="progress">Told of each line the trainer writes.</param>
public sealed class RewardModelTraining(TrainerProcess trainer, string work, string? options, Action<JsonElement> progress)
{
    private const int Parts = 5;

    /// <summary>Comparisons below which fitting is refused: nothing would be learned, and a split could be empty.</summary>
    public const int Fewest = 50;

    /// <summary>Fits a model and writes its folder.</summary>
    /// <param name="comparisons">All of them.</param>
    /// <param name="folder">The model folder to write.</param>
    /// <param name="about">What the folder says of where it comes from.</param>
    /// <param name="cancellationToken">Stops; what was fitted is kept in the work folder.</param>
    /// <exception cref="TooFewComparisonsException">Nothing can be learned of so few.</exception>
    /// <exception cref="TrainerFailedException">The trainer ended without a model.</exception>
    public async Task<TrainedRewardModel> RunAsync(IReadOnlyList<Comparison> comparisons, string folder, TrainingSource about, CancellationToken cancellationToken = default)
    {
        ModelFolderWriter.RefuseOtherFolder(folder);
        var heldOut = comparisons.Where(static c => QuestionSplit.Of(c.Question.Text, Parts, "fold") == 0).ToList();
        var fitted = comparisons.Except(heldOut).ToList();
        if (fitted.Count < Fewest || heldOut.Count == 0)
        {
            throw new TooFewComparisonsException(comparisons.Count, Fewest);
        }
        var data = new RewardTrainingData();
        var pairs = data.Create(fitted);
        var (dataFolder, weights) = (Path.Combine(work, "data"), Path.Combine(work, ModelFolderWriter.Weights));
        pairs.Write(dataFolder);
        await trainer.FitRewardAsync(dataFolder, Path.Combine(work, "checkpoints"), weights, options, progress, cancellationToken);
        using var network = new RewardNetwork(weights);
        var report = RewardReport.Of(ComparisonScoring.Score(network, data, heldOut), []);
        var manifest = RewardModelCard.Manifest(pairs.Sha256()[..8], report, about, network.Members);
        var bytes = await File.ReadAllBytesAsync(weights, cancellationToken);
        return new TrainedRewardModel(ModelFolderWriter.Write(folder, manifest, bytes, RewardModelCard.Text(manifest, report, fitted, heldOut)), report);
    }
}

/// <summary>A model folder and the figures of its held-out questions.</summary>
/// <param name="Manifest">Its <c>model.json</c>.</param>
/// <param name="HeldOut">By questions it never saw.</param>
public sealed record TrainedRewardModel(ModelManifest Manifest, RewardReport HeldOut);

/// <summary>There are too few comparisons to learn from.</summary>
public sealed class TooFewComparisonsException(int count, int fewest)
    : Exception($"There are {count} comparisons that can be used; fitting needs {fewest} and more, with a fifth of the questions held out. Add more files by --data, or collect more comparisons.");
