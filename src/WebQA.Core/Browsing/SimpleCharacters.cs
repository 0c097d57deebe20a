using System.Globalization;
using System.Text;

namespace WebQA.Core.Browsing;

/// <summary>Characters that are a grapheme by themselves beside any other of their kind, and are their own NFC: almost all of a page, and quick to normalise.</summary>
internal static class SimpleCharacters
{
    private const char Unknown = '\0';
    private const char None = '\uFFFF';

    // Filled as characters are met: to look at all of them takes longer than most pages.
    private static readonly char[] Folded = new char[char.MaxValue + 1];

    /// <summary>The case-folded form of a simple character.</summary>
    /// <returns>False for every other one, white space included.</returns>
    public static bool TryFold(char c, out char folded)
    {
        folded = Folded[c];
        if (folded == Unknown)
        {
            folded = Folded[c] = Find(c);
        }
        return folded != None;
    }

    /// <summary>Simple case folding (Unicode CaseFolding.txt, status C and S), by way of the upper case so that ς and σ meet.</summary>
    public static Rune Fold(Rune rune) => rune.Value == 0x17F ? new Rune('s') : Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));

    /// <summary>Default_Ignorable_Code_Point of the Unicode character database.</summary>
    public static bool IsIgnorable(Rune rune) => rune.Value is
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFEFF or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A)
        or (>= 0xE0000 and <= 0xE0FFF);

    private static char Find(char c)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        if (char.IsWhiteSpace(c) || char.IsSurrogate(c) || category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
        {
            return None;
        }
        if (c < 0x80)
        {
            return char.ToLowerInvariant(c);
        }
        // What joins others of its kind (jamo of Hangul for example), or what comes before it or after it, is none.
        var isAlone = FirstLength($"{c}a") == 1 && FirstLength($"a{c}") == 1 && FirstLength($"{c}{c}") == 1;
        var fold = Fold(new Rune(c));
        return isAlone && !IsIgnorable(new Rune(c)) && fold.IsBmp && c.ToString().IsNormalized(NormalizationForm.FormC) ? (char)fold.Value : None;
    }

    private static int FirstLength(string text) => StringInfo.GetNextTextElementLength(text);
}
