namespace WebQA.Models.RewardModels;

/// <summary>How an answer stands to its references: what of it they say, in which words, and what it adds. All 0 without references.</summary>
internal static class SupportFeatures
{
    /// <summary>Names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "has_references", "content_supported", "bigrams_copied", "trigrams_copied", "fourgrams_copied", "longest_copy", "copied_in_runs_of_8", "numbers_unsupported", "numbers_supported",
        "names_unsupported", "names_supported", "support_mean", "support_least", "sentences_supported", "sentences_unsupported", "references_used", "supported_question_words",
        "copied_off_question", "support_of_first", "whole_sentences_copied", "log_reference_words",
    ];

    /// <summary>The features, in the order of <see cref="Names"/>.</summary>
    public static IReadOnlyList<double> Of(AnswerWords question, AnswerWords answer, IReadOnlyList<AnswerWords> references)
    {
        if (references.Sum(static r => r.All.Count) == 0 || answer.All.Count == 0)
        {
            return new double[Names.Count];
        }
        string[] source = [.. references.SelectMany(static r => r.All.Select(static w => w.Lower))];
        HashSet<string> known = new(source, StringComparer.Ordinal);
        string[] said = [.. answer.All.Select(static w => w.Lower)];
        HashSet<string> asked = new(question.Content, StringComparer.Ordinal);
        var copied = CopiedRuns(said, source);
        double[] support = [.. answer.Sentences.Select(s => Share(s.Select(static w => w.Lower).Where(static w => !AnswerWords.IsStopWord(w)), known))];
        var content = answer.Content.Count;
        Word[] numbers = [.. answer.All.Where(static w => w.HasDigit)];
        Word[] names = [.. answer.All.Where(static w => w.IsName && !w.HasDigit)];
        double Unsupported(Word[] words) => Math.Log(1 + words.Count(w => !known.Contains(w.Lower)));
        double Supported(Word[] words) => Math.Log(1 + words.Count(w => known.Contains(w.Lower)));
        return
        [
            1,
            Share(answer.Content, known),
            Copied(said, source, 2),
            Copied(said, source, 3),
            Copied(said, source, 4),
            Math.Log(1 + copied.DefaultIfEmpty(0).Max()),
            copied.Count(static run => run >= 8) / (double)said.Length,
            Unsupported(numbers),
            Supported(numbers),
            Unsupported(names),
            Supported(names),
            support.Average(),
            support.Min(),
            support.Count(static s => s >= 0.8) / (double)support.Length,
            Math.Log(1 + support.Count(static s => s < 0.5)),
            Share(known.Where(static w => !AnswerWords.IsStopWord(w)), said.ToHashSet(StringComparer.Ordinal)),
            content == 0 ? 0 : answer.Content.Count(w => known.Contains(w) && asked.Contains(w)) / (double)content,
            answer.Sentences.Where((s, i) => support[i] > 0.95 && !s.Any(w => asked.Contains(w.Lower))).Sum(static s => s.Length) / (double)said.Length,
            support[0],
            answer.Sentences.Count(s => IsCopied([.. s.Select(static w => w.Lower)], source)) / (double)answer.Sentences.Count,
            Math.Log(1 + source.Length),
        ];
    }

    private static double Share(IEnumerable<string> words, HashSet<string> known)
    {
        var (all, found) = (0, 0);
        foreach (var word in words)
        {
            all++;
            found += known.Contains(word) ? 1 : 0;
        }
        return all == 0 ? 1 : (double)found / all;
    }

    /// <summary>Share of the answer's runs of n words that stand in the references.</summary>
    private static double Copied(string[] said, string[] source, int n)
    {
        var known = Runs(source, n).ToHashSet(StringComparer.Ordinal);
        return said.Length < n ? 0 : Runs(said, n).Count(known.Contains) / (double)(said.Length - n + 1);
    }

    private static IEnumerable<string> Runs(string[] words, int n)
    {
        for (var i = 0; i + n <= words.Length; i++)
        {
            yield return string.Join(' ', words, i, n);
        }
    }

    /// <summary>For each word of the answer, how long the copied run is that it stands in; 0 where it stands in none of two words or more.</summary>
    private static int[] CopiedRuns(string[] said, string[] source)
    {
        var places = source.Select(static (word, at) => (word, at)).ToLookup(static p => p.word, static p => p.at, StringComparer.Ordinal);
        var runs = new int[said.Length];
        for (var i = 0; i < said.Length;)
        {
            var longest = places[said[i]].Select(at => Length(said, i, source, at)).DefaultIfEmpty(0).Max();
            if (longest >= 2)
            {
                Array.Fill(runs, longest, i, longest);
            }
            i += Math.Max(1, longest);
        }
        return runs;
    }

    private static int Length(string[] said, int i, string[] source, int at)
    {
        var length = 0;
        while (i + length < said.Length && at + length < source.Length && said[i + length] == source[at + length])
        {
            length++;
        }
        return length;
    }

    private static bool IsCopied(string[] sentence, string[] source) =>
        sentence.Length > 4 && Enumerable.Range(0, Math.Max(0, source.Length - sentence.Length + 1)).Any(at => source[at] == sentence[0] && Length(sentence, 0, source, at) == sentence.Length);
}
