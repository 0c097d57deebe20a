using WebQA.Models.Training;
using static TorchSharp.torch;

namespace WebQA.Trainer.Fitting;

/// <summary>Mean and spread of each feature over the answers of the training split.</summary>
internal sealed record FeatureScale(float[] Mean, float[] Spread)
{
    /// <summary>A feature that never varies keeps its place and is always 0.</summary>
    public static FeatureScale Of(IReadOnlyList<TrainingPair> training)
    {
        var width = training[0].A.Count;
        var (mean, spread) = (new float[width], new float[width]);
        for (var f = 0; f < width; f++)
        {
            double[] values = [.. training.SelectMany(p => new double[] { p.A[f], p.B[f] })];
            var average = values.Average();
            var deviation = Math.Sqrt(values.Average(v => (v - average) * (v - average)));
            (mean[f], spread[f]) = ((float)average, deviation < 1e-8 ? 1 : (float)deviation);
        }
        return new FeatureScale(mean, spread);
    }

    /// <summary>Standardised features, a row an answer.</summary>
    public Tensor Apply(IReadOnlyList<IReadOnlyList<float>> answers)
    {
        var values = new float[answers.Count * Mean.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var f = i % Mean.Length;
            values[i] = (answers[i / Mean.Length][f] - Mean[f]) / Spread[f];
        }
        return tensor(values, [answers.Count, Mean.Length]);
    }
}
