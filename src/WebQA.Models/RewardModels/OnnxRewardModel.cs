using Microsoft.ML.OnnxRuntime;
using WebQA.Core.Rewards;
using WebQA.Models.ModelFolders;

namespace WebQA.Models.RewardModels;

/// <summary>A reward model from a model folder, as <c>webqa train reward</c> makes it. Loaded at the first use, never before.</summary>
public sealed class OnnxRewardModel : IRewardModel, IDisposable
{
    /// <summary>The kind in <c>model.json</c>.</summary>
    public const string Kind = "reward";

    private const int Part = 256;

    private readonly string _folder;
    private readonly Lazy<ModelManifest> _manifest;
    private readonly Lazy<RewardNetwork> _network;

    /// <summary>Creates a reward model; its folder is not touched yet.</summary>
    /// <param name="folder">The model folder; null for the one shipped beside the application.</param>
    public OnnxRewardModel(string? folder = null)
    {
        _folder = folder ?? ShippedFolder;
        _manifest = new(() => ModelFolder.ReadManifest(_folder), LazyThreadSafetyMode.PublicationOnly);
        _network = new(Load);
    }

    /// <summary>The folder shipped beside the application.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "data", "models", "reward-model");

    /// <inheritdoc/>
    /// <exception cref="ModelFolderException">The model folder is missing or damaged.</exception>
    public string Name => $"{_manifest.Value.Name}-{_manifest.Value.Version}@{_manifest.Value.Files[0].Sha256[..12]}";

    /// <summary>What its folder says of it.</summary>
    /// <exception cref="ModelFolderException">The model folder is missing or damaged.</exception>
    public ModelManifest Manifest => _manifest.Value;

    /// <inheritdoc/>
    /// <exception cref="ModelFolderException">The model folder is missing, damaged, or of another version.</exception>
    public Task<IReadOnlyList<EnsembleReward>> ScoreAsync(IReadOnlyList<RewardInput> answers, CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<EnsembleReward>>(() => Score(answers, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_network.IsValueCreated)
        {
            _network.Value.Dispose();
        }
    }

    private List<EnsembleReward> Score(IReadOnlyList<RewardInput> answers, CancellationToken cancellationToken)
    {
        var rewards = new List<EnsembleReward>(answers.Count);
        foreach (var part in answers.Chunk(Part))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rewards.AddRange(_network.Value.Score([.. part.Select(RewardFeatures.Of)]).Select(static members => new EnsembleReward([.. members.Select(static m => (double)m)])));
        }
        return rewards;
    }

    private RewardNetwork Load()
    {
        var folder = ModelFolder.Open(_folder, Kind);
        if (folder.Manifest.Features != RewardFeatures.Version)
        {
            throw new ModelFolderException(
                _folder, $"it was fitted to features '{folder.Manifest.Features}', and this version computes '{RewardFeatures.Version}'",
                remedy: "Fit it again: 'webqa train reward --data COMPARISONS.jsonl --out FOLDER'.");
        }
        try
        {
            return new RewardNetwork(folder.PathOf(ModelFolderWriter.Weights));
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelFolderException(_folder, $"it does not load ({e.Message.Split('\n')[0]})", e);
        }
    }
}
