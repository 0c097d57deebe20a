using System.Text;

namespace WebQA.PdfReader.Layout;

/// <summary>Joins the lines of a paragraph by spaces, so that sentences are whole, and mends words that were divided at a line's end.</summary>
internal static class LineJoiner
{
    private const char SoftHyphen = '\u00AD';
    private const char TypographicHyphen = '\u2010';

    /// <summary>One line of text, of one paragraph.</summary>
    /// <param name="lines">Its lines, trimmed.</param>
    /// <param name="isHyphenated">
    /// Whether a word of this form, hyphen included, occurs elsewhere in the document; then its hyphen is part of the word ("well-known")
    /// and stays. Null where that is not known.
    /// </param>
    public static string Join(IReadOnlyList<string> lines, Func<string, bool>? isHyphenated = null)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length == 0)
            {
                text.Append(line);
                continue;
            }
            var last = text[^1];
            if (last == SoftHyphen)
            {
                text.Length--;
            }
            else if (last is '-' or TypographicHyphen && DividesWord(text, line))
            {
                if (isHyphenated?.Invoke($"{WordBefore(text)}-{WordAtStart(line)}") != true)
                {
                    text.Length--;
                }
            }
            else if (!EndsWithoutSpace(last, line))
            {
                text.Append(' ');
            }
            text.Append(line);
        }
        return Plain(text.ToString());
    }

    // A capital or a digit after the hyphen ("Anglo-Saxon", "COVID-19") means a compound, which keeps its hyphen and gets no space.
    private static bool DividesWord(StringBuilder text, string next) =>
        text.Length > 1 && char.IsLetter(text[^2]) && next.Length > 0 && char.IsLower(next[0]);

    private static bool EndsWithoutSpace(char last, string next) =>
        (last is '-' or TypographicHyphen && next.Length > 0 && char.IsLetterOrDigit(next[0]))
        // Chinese and Japanese have no spaces between words.
        || (IsIdeograph(last) && next.Length > 0 && IsIdeograph(next[0]));

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or '\u3002' or '\u3001';

    private static string WordBefore(StringBuilder text)
    {
        var start = text.Length - 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }
        return text.ToString(start, text.Length - 1 - start);
    }

    private static string WordAtStart(string line)
    {
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end]))
        {
            end++;
        }
        return line[..end];
    }

    // Ligatures are a matter of the font; the words are spelled with letters.
    private static string Plain(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06') < 0 && !text.Contains(SoftHyphen)
            ? text
            : string.Concat(text.Select(c => c switch
            {
                >= '\uFB00' and <= '\uFB06' => c.ToString().Normalize(NormalizationForm.FormKC),
                SoftHyphen => string.Empty,
                _ => c.ToString(),
            }));
}
