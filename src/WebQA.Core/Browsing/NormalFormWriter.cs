using System.Buffers;
using System.Globalization;
using System.Text;

namespace WebQA.Core.Browsing;

/// <summary>Writes the normal form of a text from its beginning to its end: stretches of simple characters at once, the rest grapheme by grapheme.</summary>
internal sealed class NormalFormWriter(string original)
{
    /// <summary>What is written at once: ASCII, and the white space that becomes a space.</summary>
    private static readonly SearchValues<char> Ascii = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', '\t']);

    private readonly string _flat = original.Replace('\n', ' ').Replace('\t', ' ');
    private readonly OffsetMap _offsets = new();
    private char[] _text = new char[original.Length + 1];
    private int _length;
    private int _pendingSpace = -1;
    private int _asciiEnd;

    /// <summary>Writes ASCII from a place on as long as its white space is single, then other simple characters.</summary>
    /// <returns>How many characters there were; 0 where there is none that is simple.</returns>
    public int WriteSimple(int at) => WriteAscii(at) is > 0 and var ascii ? ascii : WriteOthers(at);

    private int WriteAscii(int at)
    {
        if (original[at] is <= ' ' or > '~')
        {
            return 0;
        }
        if (_asciiEnd <= at)
        {
            var found = original.AsSpan(at).IndexOfAnyExcept(Ascii);
            // What follows may be a mark that belongs to the last letter.
            _asciiEnd = found < 0 ? original.Length : at + found - 1;
        }
        var text = _flat.AsSpan(at, Math.Max(0, _asciiEnd - at));
        var gap = text.IndexOf("  ");
        var count = (gap < 0 ? text : text[..gap]).TrimEnd(' ').Length;
        if (count == 0)
        {
            return 0;
        }
        FlushSpace(at);
        Reserve(count);
        System.Text.Ascii.ToLower(text[..count], _text.AsSpan(_length), out _);
        _offsets.Add(count, at);
        _length += count;
        return count;
    }

    private int WriteOthers(int at)
    {
        var text = original.AsSpan(at);
        if (!EndsAfter(text, 0))
        {
            return 0;
        }
        FlushSpace(at);
        Reserve(text.Length);
        var into = _text.AsSpan(_length);
        var count = 0;
        while (count < text.Length)
        {
            if (SimpleCharacters.TryFold(text[count], out var folded) && EndsAfter(text, count))
            {
                into[count++] = folded;
            }
            else if (count + 1 < text.Length && char.IsWhiteSpace(text[count]) && text[count + 1] > '~' && SimpleCharacters.TryFold(text[count + 1], out _))
            {
                // A word of ASCII is left to the quicker way.
                into[count++] = ' ';
            }
            else
            {
                break;
            }
        }
        _offsets.Add(count, at);
        _length += count;
        return count;
    }

    /// <summary>Writes what one grapheme becomes, which may be nothing; of white space it is only noted that there was some.</summary>
    /// <returns>The grapheme's length.</returns>
    public int WriteGrapheme(int at)
    {
        var length = GraphemeLength(at);
        if (length == 1 && char.IsWhiteSpace(original[at]) || length == 2 && original[at] == '\r')
        {
            NoteSpace(at);
            return length;
        }
        var count = 0;
        foreach (var rune in Composed(original.Substring(at, length)).EnumerateRunes())
        {
            if (SimpleCharacters.IsIgnorable(rune))
            {
                continue;
            }
            if (Rune.IsWhiteSpace(rune))
            {
                NoteSpace(at);
                continue;
            }
            if (_pendingSpace >= 0)
            {
                Close();
                FlushSpace(at);
            }
            Reserve(2);
            var units = SimpleCharacters.Fold(rune).EncodeToUtf16(_text.AsSpan(_length));
            _length += units;
            count += units;
        }
        Close();
        return length;

        void Close()
        {
            if (count > 0)
            {
                _offsets.AddBlock(count, at, at + length);
                count = 0;
            }
        }
    }

    /// <summary>What was written. White space at the end never was.</summary>
    public (string Text, OffsetMap Offsets) End() => (new string(_text, 0, _length), _offsets);

    /// <summary>NFC; of half a surrogate pair, which has none, the text itself.</summary>
    private static string Composed(string grapheme)
    {
        for (var i = 0; i < grapheme.Length; i++)
        {
            if (char.IsSurrogate(grapheme[i]) && !char.IsSurrogatePair(grapheme, i++))
            {
                return grapheme;
            }
        }
        return grapheme.Normalize(NormalizationForm.FormC);
    }

    private void NoteSpace(int at) => _pendingSpace = _pendingSpace < 0 ? at : _pendingSpace;

    private void FlushSpace(int next)
    {
        if (_pendingSpace >= 0 && _length > 0)
        {
            Reserve(1);
            _text[_length++] = ' ';
            _offsets.AddBlock(1, _pendingSpace, next);
        }
        _pendingSpace = -1;
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length)
        {
            Array.Resize(ref _text, _length + count + original.Length / 4);
        }
    }

    /// <summary>Whether the simple character at a place is a grapheme by itself, seen from what follows it.</summary>
    private static bool EndsAfter(ReadOnlySpan<char> text, int at) =>
        SimpleCharacters.TryFold(text[at], out _) && (at + 1 == text.Length || SimpleCharacters.TryFold(text[at + 1], out _) || char.IsWhiteSpace(text[at + 1]));

    private int GraphemeLength(int at) =>
        original[at] < 0x80 && (at + 1 == original.Length || original[at + 1] < 0x80) && original[at] != '\r'
            ? 1
            : StringInfo.GetNextTextElementLength(original.AsSpan(at));
}
