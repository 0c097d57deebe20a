using System.Text;

namespace WebQA.TextBrowser.Search;

/// <summary>The words of a query that are searched for.</summary>
internal static class QueryTerms
{
    /// <summary>Most terms of a query; what follows is left out.</summary>
    public const int MaxTerms = 64;

    /// <summary>The terms in order, in lower case, each once: the words without stop words, or all of them where nothing else is left.</summary>
    public static IReadOnlyList<string> Of(string query)
    {
        var words = Words(query).Distinct(StringComparer.Ordinal).Take(MaxTerms * 4).ToArray();
        var terms = words.Where(w => !StopWords.Contains(w)).Take(MaxTerms).ToArray();
        return terms.Length > 0 ? terms : [.. words.Take(MaxTerms)];
    }

    /// <summary>Runs of letters, marks and digits, in lower case.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                word.Append(Rune.ToLowerInvariant(rune));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
