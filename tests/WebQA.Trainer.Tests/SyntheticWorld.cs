using WebQA.Models.Training;

namespace WebQA.Trainer.Tests;

/// <summary>Comparisons whose labelers' utility is known: linear in the first features; a fifth are ties; optionally the longer answer gains.</summary>
internal static class SyntheticWorld
{
    public const int Features = 6;

    private static readonly double[] Utility = [1.5, -1.0, 0.8, 0.0, 0.5, 0.0];

    /// <param name="count">Pairs.</param>
    /// <param name="seed">Of the world.</param>
    /// <param name="lengthBias">Log-odds the longer answer gains at one unit; the last feature goes with length, as features of real answers do.</param>
    /// <param name="firstBias">Log-odds the first answer gains.</param>
    public static PairDataset Create(int count, int seed, double lengthBias = 0, double firstBias = 0)
    {
        var random = new Random(seed);
        var pairs = Enumerable.Range(0, count).Select(i =>
        {
            var (a, b) = (Answer(random), Answer(random));
            var longer = (0.7f * (a[Features - 1] - b[Features - 1])) + Answer(random)[0];
            var position = random.Next(2) == 0 ? 1 : -1;
            var logOdds = UtilityOf(a) - UtilityOf(b) + (lengthBias * Math.Tanh(longer)) + (firstBias * position);
            var target = random.NextDouble() < 0.2 ? 0.5f : random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)) ? 1 : 0;
            return new TrainingPair(a, b, target, (i % 10) switch { 8 => TrainingSplit.Validation, 9 => TrainingSplit.Calibration, _ => TrainingSplit.Train }) { Position = position, Longer = longer };
        });
        return new PairDataset("synthetic-1", [.. Enumerable.Range(0, Features).Select(f => $"f{f}")], [.. pairs]);
    }

    public static double UtilityOf(IReadOnlyList<float> answer) => answer.Zip(Utility, (x, u) => x * u).Sum();

    public static float[] Answer(Random random) => [.. Enumerable.Range(0, Features).Select(_ => (float)((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2))];
}
