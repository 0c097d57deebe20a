using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace WebQA.TextBrowser.Search;

/// <summary>Products of one vector with many of signed bytes. The one is kept as 14-bit numbers, so that what is lost is far below what the bytes lost.</summary>
internal readonly ref struct ByteProduct
{
    /// <summary>Such that sums of 8,192 products stay within 32 bits.</summary>
    private const float Largest = 8_191;

    private readonly ReadOnlySpan<short> _query;
    private readonly float _scale;

    /// <summary>Takes the one vector.</summary>
    public ByteProduct(ReadOnlySpan<float> query)
    {
        var largest = Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude(query)), 1e-12f);
        _scale = largest / Largest;
        var numbers = new short[query.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (short)Math.Round(query[i] / _scale);
        }
        _query = numbers;
    }

    /// <summary>The product with a vector of the same length.</summary>
    public float With(ReadOnlySpan<sbyte> bytes)
    {
        var sum = 0;
        var i = 0;
        if (Avx2.IsSupported)
        {
            var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
            ref var query = ref MemoryMarshal.GetReference(_query);
            ref var other = ref MemoryMarshal.GetReference(bytes);
            for (; i + 32 <= _query.Length && i + 32 <= bytes.Length; i += 32)
            {
                var low = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref other, (nuint)i));
                var high = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref other, (nuint)i + 16));
                even += Avx2.MultiplyAddAdjacent(low, Vector256.LoadUnsafe(ref query, (nuint)i));
                odd += Avx2.MultiplyAddAdjacent(high, Vector256.LoadUnsafe(ref query, (nuint)i + 16));
            }
            sum = Vector256.Sum(even + odd);
        }
        for (; i < _query.Length; i++)
        {
            sum += _query[i] * bytes[i];
        }
        return sum * _scale;
    }
}
