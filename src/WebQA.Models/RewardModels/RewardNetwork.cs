using Microsoft.ML.OnnxRuntime;

namespace WebQA.Models.RewardModels;

/// <summary>A fitted ensemble over features, as the trainer exports it. Thread-safe.</summary>
public sealed class RewardNetwork : IDisposable
{
    private readonly InferenceSession _session;

    /// <summary>Loads the ONNX file of a fit.</summary>
    /// <param name="path">The file.</param>
    public RewardNetwork(string path)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new InferenceSession(path, options);
    }

    /// <summary>Networks of the ensemble.</summary>
    public int Members => _session.OutputMetadata["rewards"].Dimensions[^1];

    /// <summary>Rewards in log-odds: an element an answer, each a value a member of the ensemble.</summary>
    /// <param name="features">Features an answer (<see cref="RewardFeatures"/>).</param>
    public IReadOnlyList<IReadOnlyList<float>> Score(IReadOnlyList<IReadOnlyList<float>> features)
    {
        if (features.Count == 0)
        {
            return [];
        }
        float[] rows = [.. features.SelectMany(static f => f)];
        using var input = OrtValue.CreateTensorValueFromMemory(rows, [features.Count, features[0].Count]);
        using var options = new RunOptions();
        using var outputs = _session.Run(options, ["features"], [input], ["rewards"]);
        var rewards = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        return [.. rewards.Chunk(rewards.Length / features.Count)];
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
