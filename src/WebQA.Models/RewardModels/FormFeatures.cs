namespace WebQA.Models.RewardModels;

/// <summary>What an answer is like as a text, beside its question: length, words, punctuation, repetition.</summary>
internal static class FormFeatures
{
    private static readonly HashSet<string> FirstPerson = new(["i", "me", "my", "mine", "we", "us", "our", "i'm", "i've", "i'd"], StringComparer.Ordinal);
    private static readonly HashSet<string> Hedges = new(["may", "might", "could", "perhaps", "maybe", "possibly", "probably", "seems", "appears", "likely", "often", "usually", "generally"], StringComparer.Ordinal);
    private static readonly HashSet<string> Causes = new(["because", "therefore", "thus", "since", "due", "hence", "so", "cause", "causes", "caused", "reason"], StringComparer.Ordinal);

    /// <summary>Names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "log_characters", "log_words", "log_sentences", "words_a_sentence", "characters_a_word", "long_words", "very_long_words", "type_token", "digits",
        "commas", "brackets", "quotation_marks", "question_marks", "exclamation_marks", "names", "first_person", "hedges", "causes", "line_breaks",
        "question_recall", "question_precision", "sentence_link", "repeated_trigrams", "repeated_sentences", "first_sentence_recall",
    ];

    /// <summary>The features, in the order of <see cref="Names"/>.</summary>
    public static IReadOnlyList<double> Of(AnswerWords question, AnswerWords answer)
    {
        var words = Math.Max(1, answer.All.Count);
        double Share(Func<Word, bool> which) => (double)answer.All.Count(which) / words;
        double Marks(string marks) => (double)answer.Text.Count(marks.Contains) / words;
        HashSet<string> asked = new(question.Content, StringComparer.Ordinal);
        HashSet<string> said = new(answer.Content, StringComparer.Ordinal);
        return
        [
            Math.Log(1 + answer.Text.Trim().Length),
            Math.Log(1 + answer.All.Count),
            Math.Log(1 + answer.Sentences.Count),
            Math.Min(60, (double)answer.All.Count / Math.Max(1, answer.Sentences.Count)),
            answer.All.Sum(static w => w.Lower.Length) / (double)words,
            Share(static w => w.Lower.Length >= 7),
            Share(static w => w.Lower.Length >= 10),
            answer.All.Select(static w => w.Lower).Distinct(StringComparer.Ordinal).Count() / Math.Sqrt(words),
            Share(static w => w.HasDigit),
            Marks(","),
            Marks("()[]"),
            Marks("\"“”"),
            Marks("?"),
            Marks("!"),
            Share(static w => w.IsName),
            Share(static w => FirstPerson.Contains(w.Lower)),
            Share(static w => Hedges.Contains(w.Lower)),
            Share(static w => Causes.Contains(w.Lower)),
            Marks("\n"),
            asked.Count == 0 ? 0 : (double)asked.Count(said.Contains) / asked.Count,
            answer.Content.Count == 0 ? 0 : (double)answer.Content.Count(asked.Contains) / answer.Content.Count,
            Links(answer),
            Repeated(answer),
            TwinSentences(answer),
            asked.Count == 0 || answer.Sentences.Count == 0 ? 0 : (double)asked.Count(answer.Sentences[0].Select(static w => w.Lower).ToHashSet(StringComparer.Ordinal).Contains) / asked.Count,
        ];
    }

    /// <summary>Mean overlap of neighbouring sentences in words that carry meaning.</summary>
    private static double Links(AnswerWords answer)
    {
        HashSet<string>[] sentences = [.. answer.Sentences.Select(ContentOf)];
        return sentences.Zip(sentences.Skip(1), Overlap).DefaultIfEmpty(0).Average();
    }

    /// <summary>Share of runs of three words that stood before.</summary>
    private static double Repeated(AnswerWords answer)
    {
        var seen = new HashSet<(string, string, string)>();
        var count = Math.Max(0, answer.All.Count - 2);
        var repeated = Enumerable.Range(0, count).Count(i => !seen.Add((answer.All[i].Lower, answer.All[i + 1].Lower, answer.All[i + 2].Lower)));
        return count == 0 ? 0 : (double)repeated / count;
    }

    /// <summary>The highest overlap of any two sentences.</summary>
    private static double TwinSentences(AnswerWords answer)
    {
        HashSet<string>[] sentences = [.. answer.Sentences.Take(40).Select(ContentOf).Where(static s => s.Count > 2)];
        return (from i in Enumerable.Range(0, sentences.Length) from j in Enumerable.Range(0, i) select Overlap(sentences[i], sentences[j])).DefaultIfEmpty(0).Max();
    }

    private static HashSet<string> ContentOf(Word[] sentence) => sentence.Select(static w => w.Lower).Where(static w => !AnswerWords.IsStopWord(w)).ToHashSet(StringComparer.Ordinal);

    private static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        var both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }
}
