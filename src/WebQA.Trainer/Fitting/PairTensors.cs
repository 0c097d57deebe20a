using WebQA.Models.Training;
using static TorchSharp.torch;

namespace WebQA.Trainer.Fitting;

/// <summary>Pairs of one split as tensors, features standardised.</summary>
internal sealed class PairTensors : IDisposable
{
    /// <param name="pairs">The pairs.</param>
    /// <param name="scale">Taken from the training split.</param>
    /// <param name="options">Which habits are taken up; the others are set to 0.</param>
    public PairTensors(IReadOnlyList<TrainingPair> pairs, FeatureScale scale, FitOptions options)
    {
        Count = pairs.Count;
        A = scale.Apply([.. pairs.Select(static p => p.A)]);
        B = scale.Apply([.. pairs.Select(static p => p.B)]);
        Target = tensor(pairs.Select(static p => p.Target).ToArray());
        Weight = tensor(pairs.Select(static p => p.Weight).ToArray());
        Position = tensor(pairs.Select(p => options.PositionTerm ? p.Position : 0).ToArray());
        Longer = tensor(pairs.Select(p => options.LengthTerm ? p.Longer : 0).ToArray());
    }

    public int Count { get; }

    public Tensor A { get; }

    public Tensor B { get; }

    public Tensor Target { get; }

    public Tensor Weight { get; }

    public Tensor Position { get; }

    public Tensor Longer { get; }

    public void Dispose()
    {
        foreach (var tensor in new[] { A, B, Target, Weight, Position, Longer })
        {
            tensor.Dispose();
        }
    }
}
