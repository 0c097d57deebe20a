using System.Numerics;

namespace WebQA.Policies.Ranking.Features;

/// <summary>Arithmetic on embedding vectors.</summary>
internal static class Vectors
{
    /// <summary>The dot product; of unit vectors the cosine.</summary>
    public static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }
        var result = (double)Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            result += a[i] * b[i];
        }
        return result;
    }

    /// <summary>The unit vector in the direction of a weighted sum; the zero vector where there is nothing to sum.</summary>
    public static float[] UnitMean(IEnumerable<(float[] Vector, double Weight)> parts, int dimensions)
    {
        var sum = new float[dimensions];
        foreach (var (vector, weight) in parts)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += (float)(vector[i] * weight);
            }
        }
        var norm = Math.Sqrt(Dot(sum, sum));
        if (norm > 0)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] = (float)(sum[i] / norm);
            }
        }
        return sum;
    }
}
