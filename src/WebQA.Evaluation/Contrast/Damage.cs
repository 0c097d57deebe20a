namespace WebQA.Evaluation.Contrast;

/// <summary>Ways to make a grounded answer worse, each of which a reader would object to.</summary>
public static class Damage
{
    /// <summary>Name of the kind that needs false claims.</summary>
    public const string Myth = "myth_inserted";

    /// <summary>The ways by name, in order. Each gives null where an answer has nothing to do it with.</summary>
    public static IReadOnlyDictionary<string, Func<GroundedAnswer, Random, GroundedAnswer?>> All { get; } = new Dictionary<string, Func<GroundedAnswer, Random, GroundedAnswer?>>(StringComparer.Ordinal)
    {
        ["quotes_swapped"] = SwapQuotes,
        ["unsupported_inserted"] = static (answer, random) => Insert(answer, answer.OtherSentences, random),
        [Myth] = static (answer, random) => Insert(answer, answer.Myths, random),
        ["citation_moved"] = MoveCitations,
        ["padded"] = Pad,
        ["shuffled"] = Shuffle,
    };

    /// <summary>Each quote becomes another passage of the same page.</summary>
    private static GroundedAnswer? SwapQuotes(GroundedAnswer answer, Random random)
    {
        if (answer.OtherPassages.Count == 0)
        {
            return null;
        }
        string[] others = [.. answer.OtherPassages];
        random.Shuffle(others);
        return answer with { Quotes = [.. answer.Quotes.Select((_, i) => others[i % others.Length])] };
    }

    /// <summary>A sentence of others comes in at a random place and cites what its neighbour cites.</summary>
    private static GroundedAnswer? Insert(GroundedAnswer answer, IReadOnlyList<string> sentences, Random random)
    {
        if (sentences.Count == 0)
        {
            return null;
        }
        var at = random.Next(answer.Sentences.Count);
        var inserted = new CitedSentence(sentences[random.Next(sentences.Count)], answer.Sentences[at].Cites);
        return answer with { Sentences = [.. answer.Sentences.Take(at + 1), inserted, .. answer.Sentences.Skip(at + 1)] };
    }

    /// <summary>Each sentence cites what the next one rests on.</summary>
    private static GroundedAnswer? MoveCitations(GroundedAnswer answer, Random random)
    {
        var count = answer.Sentences.Count;
        return answer.Sentences.Select(static s => string.Join(',', s.Cites)).Distinct(StringComparer.Ordinal).Count() < count || count < 2
            ? null
            : answer with { Sentences = [.. answer.Sentences.Select((s, i) => s with { Cites = answer.Sentences[(i + 1) % count].Cites })] };
    }

    /// <summary>Passages of the same page are appended word for word and quoted too: supported, and not asked for.</summary>
    private static GroundedAnswer? Pad(GroundedAnswer answer, Random random)
    {
        if (answer.OtherPassages.Count == 0)
        {
            return null;
        }
        string[] padding = [.. answer.OtherPassages];
        random.Shuffle(padding);
        padding = padding[..Math.Min(2, padding.Length)];
        return answer with
        {
            Sentences = [.. answer.Sentences, .. padding.Select((text, i) => new CitedSentence(text, [answer.Quotes.Count + i]))],
            Quotes = [.. answer.Quotes, .. padding],
        };
    }

    private static GroundedAnswer? Shuffle(GroundedAnswer answer, Random random)
    {
        if (answer.Sentences.Count < 3)
        {
            return null;
        }
        CitedSentence[] sentences = [.. answer.Sentences];
        random.Shuffle(sentences);
        return sentences.SequenceEqual(answer.Sentences) ? answer with { Sentences = [.. answer.Sentences.Reverse()] } : answer with { Sentences = sentences };
    }
}
