using System.Buffers;
using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages;

/// <summary>
/// Cleans the characters of page text: reserved ones are replaced, invisible ones that could smuggle or reorder text are dropped
/// (zero-width, bidirectional controls, tag characters, control codes), every kind of line end becomes LF, half a surrogate pair U+FFFD.
/// </summary>
public static class PageCharacters
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "\n !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
        + "äöüßÄÖÜéèêëàâáçñíìîóòôúùû–—‘’“”…·°€£");

    /// <summary>Text with its line breaks kept.</summary>
    public static string Lines(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var rune = char.ConvertToUtf32(c, text[i + 1]);
                if (rune is not (>= 0xE0000 and <= 0xE007F))
                {
                    result.Append(c).Append(text[i + 1]);
                }
                i++;
                continue;
            }
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                continue;
            }
            Append(result, c);
        }
        return ReservedCharacters.Replace(result.ToString());
    }

    /// <summary>Text on one line: each run of white space becomes one space, none at the ends.</summary>
    public static string OneLine(string text)
    {
        var clean = Lines(text);
        var result = new StringBuilder(clean.Length);
        var pendingSpace = false;
        foreach (var c in clean)
        {
            if (char.IsWhiteSpace(c))
            {
                pendingSpace = result.Length > 0;
                continue;
            }
            if (pendingSpace)
            {
                result.Append(' ');
                pendingSpace = false;
            }
            result.Append(c);
        }
        return result.ToString();
    }

    private static void Append(StringBuilder result, char c)
    {
        switch (c)
        {
            case '\r' or '\u000B' or '\u000C' or '\u0085' or '\u2028' or '\u2029':
                result.Append('\n');
                break;
            case '\u00A0' or '\u202F' or '\u2007':
                result.Append(' ');
                break;
            case '\t' or '\n':
                result.Append(c);
                break;
            case < ' ' or (>= '\u007F' and <= '\u009F'):
            case '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2061' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB'):
                break;
            default:
                result.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                break;
        }
    }
}
