namespace WebQA.Models.Training;

/// <summary>A comparison as numbers: what a reward model is fitted to.</summary>
/// <param name="A">Features of A, in the order of <see cref="PairDataset.Features"/>.</param>
/// <param name="B">Features of B.</param>
/// <param name="Target">1 where A is preferred, 0 where B is, ½ for a tie.</param>
/// <param name="Split">What the pair is for.</param>
public sealed record TrainingPair(IReadOnlyList<float> A, IReadOnlyList<float> B, float Target, TrainingSplit Split)
{
    /// <summary>How much the pair counts, above 0.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>1 where A was shown first, -1 where B was, 0 where that is not known. Seen in training only.</summary>
    public float Position { get; init; }

    /// <summary>How much longer A is, in a unit of the data set's own, about 1 for a typical difference. Seen in training only.</summary>
    public float Longer { get; init; }
}

/// <summary>What a pair is for. Splits are by question: no question is in two.</summary>
public enum TrainingSplit
{
    /// <summary>Weights are fitted to it.</summary>
    Train,

    /// <summary>When to stop is chosen by it.</summary>
    Validation,

    /// <summary>The temperature is fitted to it.</summary>
    Calibration,
}
