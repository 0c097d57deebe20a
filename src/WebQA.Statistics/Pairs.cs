namespace WebQA.Statistics;

/// <summary>Values of two systems on the same questions.</summary>
internal static class Pairs
{
    public static double[] Differences(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        if (a.Count != b.Count)
        {
            throw new ArgumentException($"Paired values are needed: there are {a.Count} of the one system and {b.Count} of the other.", nameof(b));
        }
        return [.. a.Zip(b, (x, y) => x - y)];
    }
}
