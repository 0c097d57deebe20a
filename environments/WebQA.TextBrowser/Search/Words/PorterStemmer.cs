namespace WebQA.TextBrowser.Search.Words;

/// <summary>Takes English words to their stems, so that <c>connected</c> and <c>connections</c> are one term.</summary>
/// <remarks>M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980); steps and letters as there, with its author's two later changes (<c>bli</c>, <c>logi</c>).</remarks>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Stem)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"),
        ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
        ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Stem)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly (string Suffix, string Stem)[] Step4 =
    [
        ("al", ""), ("ance", ""), ("ence", ""), ("er", ""), ("ic", ""), ("able", ""), ("ible", ""), ("ant", ""), ("ement", ""), ("ment", ""), ("ent", ""),
        ("sion", "s"), ("tion", "t"), ("ou", ""), ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""), ("ize", ""),
    ];

    /// <summary>Stems a word in place.</summary>
    /// <param name="word">Letters a to z.</param>
    /// <returns>The stem's length, at most the word's.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length < 3)
        {
            return word.Length;
        }
        var length = DropPlural(word);
        length = DropPastAndGerund(word, length);
        if (length > 0 && word[length - 1] == 'y' && HasVowel(word[..(length - 1)]))
        {
            word[length - 1] = 'i'; // Step 1c.
        }
        length = Replace(word, length, Step2, minMeasure: 1);
        length = Replace(word, length, Step3, minMeasure: 1);
        length = Replace(word, length, Step4, minMeasure: 2);
        return DropLastLetter(word, length);
    }

    /// <summary>Step 1a.</summary>
    private static int DropPlural(Span<char> word) => word switch
    {
        [.., 's', 's', 'e', 's'] or [.., 'i', 'e', 's'] => word.Length - 2,
        [.., 's', 's'] => word.Length,
        [.., 's'] => word.Length - 1,
        _ => word.Length,
    };

    /// <summary>Step 1b.</summary>
    private static int DropPastAndGerund(Span<char> word, int length)
    {
        var text = word[..length];
        if (text.EndsWith("eed"))
        {
            return Measure(text[..^3]) > 0 ? length - 1 : length;
        }
        var suffix = text.EndsWith("ed") ? 2 : text.EndsWith("ing") ? 3 : 0;
        if (suffix == 0 || !HasVowel(text[..^suffix]))
        {
            return length;
        }
        var stem = text[..^suffix];
        if (stem.EndsWith("at") || stem.EndsWith("bl") || stem.EndsWith("iz") || Measure(stem) == 1 && EndsLikeHop(stem))
        {
            word[stem.Length] = 'e';
            return stem.Length + 1;
        }
        return EndsInDouble(stem) && stem[^1] is not ('l' or 's' or 'z') ? stem.Length - 1 : stem.Length;
    }

    /// <summary>Step 5.</summary>
    private static int DropLastLetter(Span<char> word, int length)
    {
        if (length > 0 && word[length - 1] == 'e')
        {
            var stem = word[..(length - 1)];
            var measure = Measure(stem);
            if (measure > 1 || measure == 1 && !EndsLikeHop(stem))
            {
                length--;
            }
        }
        return length > 1 && word[length - 1] == 'l' && EndsInDouble(word[..length]) && Measure(word[..length]) > 1 ? length - 1 : length;
    }

    /// <summary>The longest suffix that fits is the only one that is tried.</summary>
    private static int Replace(Span<char> word, int length, ReadOnlySpan<(string Suffix, string Stem)> rules, int minMeasure)
    {
        var (longest, chosen) = (0, -1);
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].Suffix.Length > longest && word[..length].EndsWith(rules[i].Suffix))
            {
                (longest, chosen) = (rules[i].Suffix.Length, i);
            }
        }
        if (chosen < 0)
        {
            return length;
        }
        // The s or t before -ion belongs to the stem.
        var ending = rules[chosen].Stem;
        var kept = rules[chosen].Suffix is "sion" or "tion" && ending.Length == 1 ? 1 : 0;
        if (Measure(word[..(length - longest + kept)]) < minMeasure)
        {
            return length;
        }
        ending.CopyTo(word[(length - longest)..]);
        return length - longest + ending.Length;
    }

    /// <summary>How often vowels are followed by consonants.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        var (count, wasVowel) = (0, false);
        for (var i = 0; i < word.Length; i++)
        {
            var isVowel = IsVowel(word, i);
            count += wasVowel && !isVowel ? 1 : 0;
            wasVowel = isVowel;
        }
        return count;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word, i))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsVowel(ReadOnlySpan<char> word, int i) => word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => true,
        'y' => i > 0 && !IsVowel(word, i - 1),
        _ => false,
    };

    private static bool EndsInDouble(ReadOnlySpan<char> word) => word.Length > 1 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant, the last not w, x or y.</summary>
    private static bool EndsLikeHop(ReadOnlySpan<char> word) =>
        word.Length > 2 && !IsVowel(word, word.Length - 1) && IsVowel(word, word.Length - 2) && !IsVowel(word, word.Length - 3) && word[^1] is not ('w' or 'x' or 'y');
}
