using System.Globalization;

namespace WebQA.Benchmarks.Pages;

/// <summary>Bags of words: runs of letters and digits, in lower case; Chinese, Japanese and Korean, which do not part words alike, by the character.</summary>
internal static class Words
{
    /// <summary>The words of a text, and how often each is there.</summary>
    public static Dictionary<string, int> Of(string text)
    {
        // Soft hyphens and joiners stand within words and are no part of them.
        text = string.Concat(text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWhole = i < text.Length && IsEastAsian(text[i]);
            var isPart = i < text.Length && !isWhole && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark);
            if (isPart && start < 0)
            {
                start = i;
            }
            if (!isPart && start >= 0)
            {
                Add(words, text[start..i].Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant());
                start = -1;
            }
            if (isWhole)
            {
                Add(words, text[i].ToString());
            }
        }
        return words;
    }

    /// <summary>How many of the wanted words are there, and how many are wanted.</summary>
    public static (int Found, int Wanted) Recall(string wanted, string got)
    {
        var there = Of(got);
        var (found, all) = (0, 0);
        foreach (var (word, count) in Of(wanted))
        {
            all += count;
            found += Math.Min(count, there.GetValueOrDefault(word));
        }
        return (found, all);
    }

    private static void Add(Dictionary<string, int> words, string word) => words[word] = words.GetValueOrDefault(word) + 1;

    private static bool IsEastAsian(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';
}
