using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search;

/// <summary>Cuts the few lines of a passage that bear on a query.</summary>
internal static class Snippet
{
    /// <summary>Longest snippet in characters: about four lines.</summary>
    public const int MaxLength = 350;

    /// <summary>A snippet shorter than this takes further sentences where there are some.</summary>
    public const int MinLength = 250;

    /// <summary>The run of whole sentences with the most different query terms, grown around them; a longer sentence is cut at a word.</summary>
    /// <param name="passage">The passage's text.</param>
    /// <param name="terms">Query terms in lower case.</param>
    public static string Cut(string passage, IReadOnlyList<string> terms)
    {
        var text = passage.Replace('\n', ' ');
        var sentences = SentenceSplitter.Split(text);
        if (sentences.Count == 0)
        {
            return string.Empty;
        }
        var best = Enumerable.Range(0, sentences.Count).MaxBy(i => Matches(text, sentences[i], terms));
        var (first, last) = (best, best);
        while (LengthOf(first, last) < MinLength)
        {
            var canGrowDown = last + 1 < sentences.Count && LengthOf(first, last + 1) <= MaxLength;
            var canGrowUp = first > 0 && LengthOf(first - 1, last) <= MaxLength;
            if (canGrowDown && (!canGrowUp || Matches(text, sentences[last + 1], terms) >= Matches(text, sentences[first - 1], terms)))
            {
                last++;
            }
            else if (canGrowUp)
            {
                first--;
            }
            else
            {
                break;
            }
        }
        return Shorten(text[sentences[first].Start..sentences[last].End]);

        int LengthOf(int from, int to) => sentences[to].End - sentences[from].Start;
    }

    private static int Matches(string text, TextSpan sentence, IReadOnlyList<string> terms)
    {
        var words = QueryTerms.Words(text.Substring(sentence.Start, sentence.Length)).ToHashSet(StringComparer.Ordinal);
        return terms.Count(term => words.Any(word => IsSameWord(word, term)));
    }

    /// <summary>Forms of a word share its beginning; the index knows better, but a snippet needs no stemmer.</summary>
    private static bool IsSameWord(string word, string term)
    {
        var stem = Math.Max(3, Math.Min(word.Length, term.Length) - 2);
        return word == term
            || Math.Abs(word.Length - term.Length) <= 3 && word.Length >= stem && term.Length >= stem && string.CompareOrdinal(word, 0, term, 0, stem) == 0;
    }

    private static string Shorten(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }
        var end = text.LastIndexOf(' ', MaxLength - 2);
        end = end < MaxLength / 2 ? MaxLength - 2 : end;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + " …";
    }
}
