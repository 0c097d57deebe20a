using System.Numerics.Tensors;
using WebQA.Core.Browsing;
using WebQA.Core.Support;
using WebQA.Models.RewardModels;

namespace WebQA.Models.Support;

/// <summary>What a support model sees of a sentence and its quotes: words in common, numbers, names, negation, strength of claim, and how near they are in meaning.</summary>
/// <param name="embedder">Gives the meaning.</param>
public sealed class SentenceFeatures(IEmbedder embedder)
{
    /// <summary>Version of the definitions; a model refuses another.</summary>
    public const string Version = "support-1";

    /// <summary>Windows of the quotes whose meaning is compared: those with most words in common.</summary>
    private const int ComparedWindows = 6;

    private static readonly HashSet<string> Negations = new(["no", "not", "never", "none", "nothing", "neither", "nor", "cannot", "without", "isn't", "don't", "doesn't", "didn't", "can't", "won't", "wasn't", "aren't"], StringComparer.Ordinal);
    private static readonly HashSet<string> Absolutes = new(["only", "always", "all", "every", "proven", "proves", "completely", "entirely", "must", "best", "exactly", "everyone", "impossible", "guaranteed", "really", "actually", "simply"], StringComparer.Ordinal);
    private static readonly HashSet<string> Hedges = new(["may", "might", "could", "some", "often", "usually", "probably", "likely", "about", "suggests", "perhaps", "sometimes", "many", "can"], StringComparer.Ordinal);

    /// <summary>Names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "content", "content_of_best", "stems", "stems_of_best", "bigrams", "longest_copy", "numbers_missing", "has_numbers", "numbers_in_best", "names_missing", "names_known",
        "negation", "negation_differs", "absolutes_added", "hedges_dropped", "cosine_best", "cosine_of_most_alike_words", "cosine_mean", "log_words", "log_quote_words", "words_missing", "long_words_missing", "cosine_by_stems",
    ];

    /// <summary>Share of a sentence's content words that stand in its quotes, from 0 to 1: the trivial rule a model is compared with.</summary>
    public static double WordOverlap(SupportInput input) =>
        Share(new AnswerWords(input.Sentence).Content, new QuoteWords(input.Quotes).Known);

    /// <summary>Features in the order of <see cref="Names"/>, a row an input.</summary>
    /// <param name="inputs">Sentences, each with at least one quote.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<IReadOnlyList<float>>> OfAsync(IReadOnlyList<SupportInput> inputs, CancellationToken cancellationToken = default)
    {
        var parts = inputs.Select(static input => Part.Of(input)).ToList();
        var texts = parts.SelectMany(static p => p.Texts).Distinct(StringComparer.Ordinal).ToList();
        var vectors = await embedder.EmbedAsync(texts, cancellationToken);
        var byText = texts.Zip(vectors).ToDictionary(static p => p.First, static p => p.Second, StringComparer.Ordinal);
        return [.. parts.Select(p => Of(p, byText))];
    }

    private static float[] Of(Part part, Dictionary<string, float[]> vectors)
    {
        var (sentence, quotes, windows) = (part.Sentence, part.Quotes, part.Windows);
        string[] said = [.. sentence.All.Select(static w => w.Lower)];
        var best = windows.Count > 0 ? windows[0] : null;
        IReadOnlySet<string> bestWords = best?.Words ?? new HashSet<string>();
        double[] cosines = [.. windows.Select(w => (double)TensorPrimitives.Dot(vectors[part.Text], vectors[w.Text])).DefaultIfEmpty(0)];
        Word[] numbers = [.. sentence.All.Where(static w => w.HasDigit)];
        Word[] names = [.. sentence.All.Where(static w => w.IsName && !w.HasDigit)];
        string[] missing = [.. sentence.Content.Where(w => !quotes.Stems.Contains(QuoteWords.Stem(w)))];
        var stems = Share(sentence.Content.Select(QuoteWords.Stem), quotes.Stems);
        double Has(IReadOnlySet<string> words, HashSet<string> of) => words.Any(of.Contains) ? 1 : 0;
        var own = said.ToHashSet(StringComparer.Ordinal);
        double[] values =
        [
            Share(sentence.Content, quotes.Known),
            Share(sentence.Content, bestWords),
            stems,
            Share(sentence.Content.Select(QuoteWords.Stem), best?.Stems ?? bestWords),
            Bigrams(sentence.Content, quotes.All),
            LongestCopy(said, quotes.All) / (double)Math.Max(1, said.Length),
            Math.Log(1 + numbers.Count(w => !quotes.Known.Contains(w.Lower))),
            numbers.Length > 0 ? 1 : 0,
            numbers.Length == 0 ? 1 : numbers.Count(w => bestWords.Contains(w.Lower)) / (double)numbers.Length,
            Math.Log(1 + names.Count(w => !quotes.Stems.Contains(QuoteWords.Stem(w.Lower)))),
            Math.Log(1 + names.Count(w => quotes.Stems.Contains(QuoteWords.Stem(w.Lower)))),
            Has(own, Negations),
            Math.Abs(Has(own, Negations) - Has(bestWords, Negations)),
            said.Count(w => Absolutes.Contains(w) && !quotes.Known.Contains(w)),
            Math.Max(0, Has(bestWords, Hedges) - Has(own, Hedges)),
            cosines.Max(),
            cosines[0],
            cosines.OrderDescending().Take(3).Average(),
            Math.Log(1 + said.Length),
            Math.Log(1 + quotes.All.Count),
            Math.Log(1 + missing.Length),
            missing.Count(static w => w.Length >= 8),
            cosines.Max() * stems,
        ];
        return [.. values.Select(static v => (float)v)];
    }

    private static double Share(IEnumerable<string> words, IReadOnlySet<string> known)
    {
        var (all, found) = (0, 0);
        foreach (var word in words)
        {
            all++;
            found += known.Contains(word) ? 1 : 0;
        }
        return all == 0 ? 1 : (double)found / all;
    }

    private static double Bigrams(IReadOnlyList<string> content, IReadOnlyList<string> quotes)
    {
        if (content.Count < 2)
        {
            return 0;
        }
        string[] kept = [.. quotes.Where(static w => !AnswerWords.IsStopWord(w)).Select(QuoteWords.Stem)];
        var known = kept.Zip(kept.Skip(1)).ToHashSet();
        string[] stems = [.. content.Select(QuoteWords.Stem)];
        return stems.Zip(stems.Skip(1)).Count(known.Contains) / (double)(stems.Length - 1);
    }

    private static int LongestCopy(string[] said, IReadOnlyList<string> quotes)
    {
        var longest = 0;
        var ends = new int[quotes.Count + 1];
        foreach (var word in said)
        {
            for (var j = quotes.Count; j > 0; j--)
            {
                ends[j] = quotes[j - 1] == word ? ends[j - 1] + 1 : 0;
                longest = Math.Max(longest, ends[j]);
            }
        }
        return longest;
    }

    /// <summary>A sentence, its quotes, and the windows whose meaning is compared, most alike in words first.</summary>
    private sealed record Part(string Text, AnswerWords Sentence, QuoteWords Quotes, IReadOnlyList<QuoteWords.Window> Windows)
    {
        public IEnumerable<string> Texts => Windows.Select(static w => w.Text).Prepend(Text);

        public static Part Of(SupportInput input)
        {
            var (sentence, quotes) = (new AnswerWords(input.Sentence), new QuoteWords(input.Quotes));
            string[] stems = [.. sentence.Content.Select(QuoteWords.Stem)];
            QuoteWords.Window[] windows = [.. quotes.Windows.OrderByDescending(w => Share(stems, w.Stems)).ThenBy(static w => w.Text.Length).Take(ComparedWindows)];
            return new Part(sentence.Text.Trim(), sentence, quotes, windows);
        }
    }
}
