namespace WebQA.Policies.Ranking.Features;

/// <summary>Signs of a weak source in the tone of a page. Soft by design: they lower a score and never bar a page.</summary>
/// <param name="Forum">How much it looks like a forum thread, 0 to 1.</param>
/// <param name="Exclamations">Exclamation marks per 100 words.</param>
/// <param name="FirstPerson">First-person words per 100 words.</param>
/// <param name="Contractions">Contractions per 100 words.</param>
/// <param name="Capitals">Words of four or more capital letters per 100 words.</param>
internal sealed record PageQuality(double Forum, double Exclamations, double FirstPerson, double Contractions, double Capitals)
{
    /// <summary>Forum signs (clock times, "#12", "3 days ago") from which a page counts as a thread.</summary>
    private const double ForumSigns = 4;

    public static PageQuality Of(string text)
    {
        var words = Words.Of(text);
        var scale = 100.0 / Math.Max(100, words.Count);
        return new PageQuality(
            Math.Min(1, ForumCount(text, words) / ForumSigns),
            text.AsSpan().Count('!') * scale,
            words.Count(Cues.IsFirstPerson) * scale,
            words.Count(Cues.IsContraction) * scale,
            CapitalWords(text) * scale);
    }

    /// <summary>Probability that the page is a weak source.</summary>
    public double WeakProbability(WeakPageWeights w)
    {
        var logOdds = w.Bias + (w.Forum * Forum) + (w.Exclamations * Exclamations) + (w.FirstPerson * FirstPerson)
            + (w.Contractions * Contractions) + (w.Capitals * Capitals);
        return 1 / (1 + Math.Exp(-logOdds));
    }

    private static int ForumCount(string text, List<string> words)
    {
        var count = 0;
        for (var i = 1; i + 2 < text.Length; i++)
        {
            var isClock = text[i] == ':' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]);
            var isNumber = text[i] == '#' && char.IsAsciiDigit(text[i + 1]) && char.IsWhiteSpace(text[i - 1]);
            count += isClock || isNumber ? 1 : 0;
        }
        for (var i = 2; i < words.Count; i++)
        {
            count += words[i] == "ago" && char.IsAsciiDigit(words[i - 2][0]) ? 1 : 0;
        }
        return count;
    }

    private static int CapitalWords(string text)
    {
        var (count, run) = (0, 0);
        var isPure = true;
        foreach (var c in text.AsSpan())
        {
            if (char.IsLetter(c))
            {
                run++;
                isPure &= char.IsUpper(c);
                continue;
            }
            count += run >= 4 && isPure ? 1 : 0;
            (run, isPure) = (0, true);
        }
        return count;
    }
}
