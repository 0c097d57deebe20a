namespace WebQA.TextBrowser.Search.Words;

/// <summary>The ranking function (Robertson and Zaragoza 2009), over postings in the form of <see cref="PostingList"/>.</summary>
internal static class Bm25
{
    /// <summary>How soon a word that stands often says no more.</summary>
    private const float K1 = 0.9f;

    /// <summary>How much a long text is held back, 0 to 1.</summary>
    private const float B = 0.4f;

    /// <summary>For each text what its length adds below the line.</summary>
    public static float[] Norms(ReadOnlySpan<int> lengths)
    {
        long total = 0;
        foreach (var length in lengths)
        {
            total += length;
        }
        var mean = Math.Max(1, (float)total / Math.Max(1, lengths.Length));
        var norms = new float[lengths.Length];
        for (var i = 0; i < norms.Length; i++)
        {
            norms[i] = K1 * (1 - B + B * lengths[i] / mean);
        }
        return norms;
    }

    /// <summary>Adds what a term is worth to each text that holds it.</summary>
    /// <param name="postings">The term's places.</param>
    /// <param name="count">How many.</param>
    /// <param name="norms">By text.</param>
    /// <param name="scores">By text.</param>
    public static void Add(ReadOnlySpan<byte> postings, int count, ReadOnlySpan<float> norms, Span<float> scores)
    {
        // Positive however common the word is, as in Lucene.
        var weight = (float)Math.Log(1 + (scores.Length - count + 0.5) / (count + 0.5)) * (K1 + 1);
        var (at, text) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var head = Next(postings, ref at);
            text += (int)(head >> 1);
            var times = (head & 1) == 1 ? 1f : Next(postings, ref at);
            scores[text] += weight * times / (times + norms[text]);
        }
    }

    private static uint Next(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = bytes[at++];
        if (value < 0x80)
        {
            return value;
        }
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
