using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebQA.Models.Training;
using WebQA.Statistics.Calibration;
using WebQA.Trainer.Export;
using WebQA.Trainer.Fitting;
using WebQA.Trainer.Networks;
using static TorchSharp.torch;

namespace WebQA.Trainer;

/// <summary>Fits a reward model to comparisons (WebGPT §3.2): an ensemble of small networks over features, its temperature fitted on a split of its own.</summary>
/// <param name="data">The comparisons as numbers.</param>
/// <param name="options">How.</param>
/// <param name="work">Folder of checkpoints; the same data and options go on where a killed run stopped, others begin anew.</param>
internal sealed class RewardTraining(PairDataset data, FitOptions options, string work)
{
    /// <summary>Fits all members.</summary>
    /// <param name="progress">Told of each epoch of each member.</param>
    /// <param name="cancellationToken">Stops; what was done is kept in the work folder.</param>
    /// <exception cref="TrainingDivergedException">The loss is no longer a number.</exception>
    /// <exception cref="TrainingDataException">A split that is needed is empty.</exception>
    public RewardFit Run(Action<EpochReport> progress, CancellationToken cancellationToken)
    {
        // One thread: the sums of a step are then always added in the same order.
        set_num_threads(1);
        var training = Split(TrainingSplit.Train);
        var scale = FeatureScale.Of(training);
        using var trainingTensors = new PairTensors(training, scale, options);
        using var validationTensors = new PairTensors(Split(TrainingSplit.Validation), scale, options);
        var fitFolder = FitFolder();
        var members = new List<PreferenceNetwork>();
        for (var m = 0; m < options.Members; m++)
        {
            var checkpoints = new CheckpointFolder(Path.Combine(fitFolder, $"member-{m}"));
            members.Add(new PreferenceFit(trainingTensors, validationTensors, options, Seeds.Of(options.Seed, $"member {m}"), checkpoints)
                .Run(data.Features.Count, progress, cancellationToken));
        }
        return new RewardFit(members, scale, Temperature(members, scale));
    }

    /// <summary>A folder for this data and these options alone: what was fitted to others is never taken for it.</summary>
    private string FitFolder()
    {
        var identity = $"{data.FeatureVersion} {data.Sha256()} {JsonSerializer.Serialize(options)}";
        return Path.Combine(work, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16]);
    }

    /// <summary>1 where there is nothing to calibrate by.</summary>
    private double Temperature(List<PreferenceNetwork> members, FeatureScale scale)
    {
        TrainingPair[] pairs = [.. data.Pairs.Where(static p => p.Split == TrainingSplit.Calibration)];
        if (pairs.Length == 0)
        {
            return 1;
        }
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (a, b) = (scale.Apply([.. pairs.Select(static p => p.A)]), scale.Apply([.. pairs.Select(static p => p.B)]));
        var differences = stack([.. members.Select(m => m.Score.forward(a) - m.Score.forward(b))]).mean([0]);
        return TemperatureScaling.Fit([.. differences.data<float>().ToArray().Select(static d => (double)d)], [.. pairs.Select(static p => (double)p.Target)]);
    }

    private TrainingPair[] Split(TrainingSplit split)
    {
        TrainingPair[] pairs = [.. data.Pairs.Where(p => p.Split == split)];
        return pairs.Length > 0 ? pairs : throw new TrainingDataException(work, $"it holds no pair of the split '{split}'");
    }
}

/// <summary>A fitted reward model.</summary>
/// <param name="Members">The ensemble.</param>
/// <param name="Scale">Of the features.</param>
/// <param name="Temperature">What log-odds are divided by.</param>
internal sealed record RewardFit(IReadOnlyList<PreferenceNetwork> Members, FeatureScale Scale, double Temperature)
{
    /// <summary>The model as ONNX.</summary>
    public byte[] ToOnnx() => RewardOnnx.Build([.. Members.Select(static m => m.Score)], Scale, Temperature);
}
