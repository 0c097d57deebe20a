using System.Globalization;
using System.Text;

namespace WebQA.Models.Embeddings;

/// <summary>The normal form of an uncased BERT model and its cut into words.</summary>
/// <remarks>Controls dropped, CJK characters apart, accents stripped by NFD, lower case; then white space and punctuation part words.</remarks>
internal static class BertText
{
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in Normalize(text).EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            if ((isSpace || IsPunctuation(rune)) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
            if (isSpace)
            {
                continue;
            }
            if (IsPunctuation(rune))
            {
                yield return rune.ToString();
            }
            else
            {
                word.Append(rune);
            }
        }
        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>Characters as the original counts them: code points.</summary>
    public static int CharacterCount(string word)
    {
        var count = 0;
        foreach (var c in word)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }
        return count;
    }

    private static string Normalize(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBlank(rune))
            {
                clean.Append(' ');
            }
            else if (IsChinese(rune.Value))
            {
                clean.Append(' ').Append(rune).Append(' ');
            }
            else if (!IsDropped(rune))
            {
                clean.Append(rune);
            }
        }
        var result = new StringBuilder(clean.Length);
        foreach (var rune in clean.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                result.Append(Rune.ToLowerInvariant(rune));
            }
        }
        return result.ToString();
    }

    private static bool IsBlank(Rune rune) => rune.Value is '\t' or '\n' or '\r' || Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune);

    /// <summary>Half a surrogate pair is enumerated as U+FFFD, so it is dropped too.</summary>
    private static bool IsDropped(Rune rune) => rune.Value is 0 or 0xFFFD || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;

    private static bool IsPunctuation(Rune rune) =>
        rune.Value is (>= 33 and <= 47) or (>= 58 and <= 64) or (>= 91 and <= 96) or (>= 123 and <= 126) || Rune.IsPunctuation(rune);

    private static bool IsChinese(int c) => c is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
        or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
