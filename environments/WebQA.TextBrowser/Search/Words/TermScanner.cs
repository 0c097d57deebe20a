using System.Globalization;
using System.Text;

namespace WebQA.TextBrowser.Search.Words;

/// <summary>Cuts text into the terms of the index: runs of letters and digits, in lower case, without accents, English ones stemmed; each Chinese or Japanese character is a term.</summary>
internal ref struct TermScanner
{
    /// <summary>Longest term in UTF-16 units; what is longer is no word and counts by its beginning.</summary>
    public const int MaxLength = 40;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _buffer;
    private int _at;
    private int _length;

    /// <summary>Begins before the first term.</summary>
    /// <param name="text">What is cut.</param>
    /// <param name="buffer">At least <see cref="MaxLength"/> characters; holds the term.</param>
    public TermScanner(string text, Span<char> buffer)
    {
        _text = Ascii.IsValid(text) ? text : Decomposed(text);
        _buffer = buffer;
    }

    /// <summary>The term, until the next move.</summary>
    public readonly ReadOnlySpan<char> Current => _buffer[.._length];

    /// <summary>Goes to the next term; false where there is none.</summary>
    public bool MoveNext()
    {
        _length = 0;
        var isEnglish = true;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsAsciiLetterOrDigit(c))
            {
                isEnglish &= !char.IsAsciiDigit(c);
                Append((char)(c | 0x20));
                _at++;
                continue;
            }
            var standsAlone = false;
            var width = c < 128 ? 0 : LetterWidth(out standsAlone);
            if (width == 0 || standsAlone && _length > 0)
            {
                if (_length > 0)
                {
                    break;
                }
                _at += width == 0 ? 1 : 0;
                continue;
            }
            var length = _length;
            AppendFolded(width);
            isEnglish &= _length == length; // A mark alone was passed over.
            _at += width;
            if (standsAlone)
            {
                break;
            }
        }
        if (_length > 2 && isEnglish)
        {
            _length = PorterStemmer.Stem(_buffer[.._length]);
        }
        return _length > 0;
    }

    /// <summary>Accents become marks of their own, which are then passed over; half a surrogate pair would stop that.</summary>
    private static string Decomposed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }
        return whole.ToString().Normalize(NormalizationForm.FormKD);
    }

    /// <summary>UTF-16 units of the letter, digit or mark at hand; 0 where something else is.</summary>
    private readonly int LetterWidth(out bool standsAlone)
    {
        standsAlone = false;
        if (Rune.DecodeFromUtf16(_text[_at..], out var rune, out var width) != System.Buffers.OperationStatus.Done)
        {
            return 0;
        }
        standsAlone = rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
        return Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? width : 0;
    }

    private void AppendFolded(int width)
    {
        var rune = Rune.GetRuneAt(_text[_at..(_at + width)].ToString(), 0);
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
        {
            return;
        }
        Span<char> lower = stackalloc char[2];
        foreach (var c in lower[..Rune.ToLowerInvariant(rune).EncodeToUtf16(lower)])
        {
            Append(c);
        }
    }

    private void Append(char c)
    {
        if (_length < MaxLength)
        {
            _buffer[_length++] = c;
        }
    }
}
