using System.Buffers;

namespace WebQA.Core.Browsing;

/// <summary>Cuts text into sentences by punctuation, with care for abbreviations, initials, numbers and closing marks.</summary>
public static class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "rev", "gen", "col", "lt", "capt", "vs", "etc", "e.g", "i.e", "cf", "al", "fig",
        "figs", "no", "nos", "vol", "pp", "ca", "approx", "est", "dept", "inc", "ltd", "co", "corp", "u.s", "u.k", "u.n", "a.m", "p.m", "b.c", "a.d", "ph.d",
    };

    private static readonly SearchValues<char> NoteCharacters = SearchValues.Create("0123456789, ");

    /// <summary>The sentences in order; white space between them belongs to none. A line break ends a sentence only where a blank line follows.</summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                Add(start, i);
                start = i;
            }
            else if (text[i] is '.' or '!' or '?' or '…' or '。' or '！' or '？' && EndsSentence(text, start, i) is { } end)
            {
                Add(start, end);
                start = end;
                i = end - 1;
            }
        }
        Add(start, text.Length);
        return sentences;

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }
            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }
            if (to > from)
            {
                sentences.Add(TextSpan.FromBounds(from, to));
            }
        }
    }

    /// <summary>Where the sentence that ends with this mark ends, closing marks included; null where the mark ends none.</summary>
    private static int? EndsSentence(string text, int start, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…')
        {
            end++;
        }
        while (end < text.Length && text[end] is '"' or '”' or '’' or '\'' or ')' or ']' or '»')
        {
            end++;
        }
        end = SkipNoteMarks(text, end);
        if (text[mark] is '。' or '！' or '？')
        {
            return end;
        }
        if (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            return null;
        }
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }
        if (next == text.Length)
        {
            return end;
        }
        var opensLower = char.IsLower(text[next]);
        return text[mark] == '.' && (opensLower || IsAbbreviation(text, start, mark))
            ? null
            : text[mark] is '!' or '?' or '…' && opensLower ? null : end;
    }

    /// <summary>A footnote mark (<c>^1</c>) or a citation (<c>[1, 2]</c>) that stands right behind a sentence belongs to it.</summary>
    private static int SkipNoteMarks(string text, int at)
    {
        while (at < text.Length && text[at] is '^' or '[')
        {
            var close = text[at] == '^' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
                ? LastDigit(text, at + 1)
                : text.IndexOf(']', at);
            var inside = close < 0 ? [] : text.AsSpan(at, close - at + 1).Trim("^[] ,");
            if (inside.IsEmpty || inside.ContainsAnyExcept(NoteCharacters))
            {
                break;
            }
            at = close + 1;
        }
        return at;
    }

    private static int LastDigit(string text, int at)
    {
        while (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
        }
        return at;
    }

    private static bool IsAbbreviation(string text, int start, int mark)
    {
        var from = mark;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }
        var word = text.AsSpan(from, mark - from).Trim('.');
        return word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I' || Abbreviations.Contains(word.ToString());
    }
}
