using System.Globalization;
using System.Text;

namespace WebQA.Core.Browsing;

/// <summary>Text in the form in which quotes and finds are matched, with the way back to the original offsets.</summary>
/// <remarks>
/// NFC, default-ignorable characters dropped, each run of white space (U+00A0 included) one space, simple case folding, and nothing
/// else: curly quotes and dashes count. Each grapheme is normalised by itself, so a match never begins or ends inside one.
/// </remarks>
public sealed class NormalizedText
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly string _original;

    private NormalizedText(string original, string text, int[] starts, int[] ends)
    {
        _original = original;
        Text = text;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>The normal form, without white space at either end.</summary>
    public string Text { get; }

    /// <summary>Normalises a text.</summary>
    public static NormalizedText Of(string original)
    {
        var text = new StringBuilder(original.Length);
        var starts = new List<int>(original.Length);
        var ends = new List<int>(original.Length);
        var pendingSpace = -1;
        var at = 0;
        Span<char> buffer = stackalloc char[2];
        while (at < original.Length)
        {
            var length = GraphemeLength(original, at);
            if (length == 1 && char.IsWhiteSpace(original[at]) || length == 2 && original[at] == '\r')
            {
                if (pendingSpace < 0)
                {
                    pendingSpace = at;
                }
                at += length;
                continue;
            }
            var folded = length == 1 && original[at] < 0x80
                ? null
                : original.Substring(at, length).Normalize(NormalizationForm.FormC);
            var before = text.Length;
            if (folded is null)
            {
                Flush(at);
                Append(char.ToLowerInvariant(original[at]), at, at + 1);
            }
            else
            {
                foreach (var rune in folded.EnumerateRunes())
                {
                    if (IsIgnorable(rune))
                    {
                        continue;
                    }
                    if (Rune.IsWhiteSpace(rune))
                    {
                        pendingSpace = pendingSpace < 0 ? at : pendingSpace;
                        continue;
                    }
                    if (text.Length == before || pendingSpace >= 0)
                    {
                        Flush(at);
                    }
                    var count = Fold(rune).EncodeToUtf16(buffer);
                    for (var i = 0; i < count; i++)
                    {
                        Append(buffer[i], at, at + length);
                    }
                }
            }
            at += length;
        }
        return new NormalizedText(original, text.ToString(), [.. starts], [.. ends]);

        void Flush(int next)
        {
            if (pendingSpace >= 0 && text.Length > 0)
            {
                Append(' ', pendingSpace, next);
            }
            pendingSpace = -1;
        }

        void Append(char c, int start, int end)
        {
            text.Append(c);
            starts.Add(start);
            ends.Add(end);
        }
    }

    /// <summary>The first occurrence of another normal form at or after an original offset, as a span of the original text; null where there is none.</summary>
    public TextSpan? Find(NormalizedText wanted, int fromOriginal = 0)
    {
        if (wanted.Text.Length == 0)
        {
            return null;
        }
        var from = FirstAtOrAfter(fromOriginal);
        while (from >= 0 && from + wanted.Text.Length <= Text.Length)
        {
            var found = Text.IndexOf(wanted.Text, from, StringComparison.Ordinal);
            if (found < 0)
            {
                return null;
            }
            var last = found + wanted.Text.Length - 1;
            if (IsGraphemeStart(found) && IsGraphemeEnd(last))
            {
                return TextSpan.FromBounds(_starts[found], _ends[last]);
            }
            from = found + 1;
        }
        return null;
    }

    /// <summary>Whether a span of the original is all of its text, white space at the ends aside.</summary>
    public bool IsWhole(TextSpan span) =>
        Text.Length > 0 && span.Start <= _starts[0] && span.End >= _ends[^1];

    /// <summary>The original text's own slice.</summary>
    public string Slice(TextSpan span) => _original.Substring(span.Start, span.Length);

    private int FirstAtOrAfter(int original)
    {
        var index = Array.BinarySearch(_starts, original);
        if (index < 0)
        {
            index = ~index;
        }
        while (index > 0 && index < _starts.Length && _starts[index - 1] == original)
        {
            index--;
        }
        return index;
    }

    /// <summary>White space is a bound even where a combining mark makes one grapheme of it and what follows.</summary>
    private bool IsGraphemeStart(int index) => index == 0 || Text[index - 1] == ' ' || _starts[index - 1] != _starts[index];

    private bool IsGraphemeEnd(int index) => index == _ends.Length - 1 || Text[index + 1] == ' ' || _starts[index + 1] != _starts[index];

    private static int GraphemeLength(string text, int at) =>
        text[at] < 0x80 && (at + 1 == text.Length || text[at + 1] < 0x80) && text[at] != '\r'
            ? 1
            : StringInfo.GetNextTextElementLength(text.AsSpan(at));

    /// <summary>Simple case folding (Unicode CaseFolding.txt, status C and S), by way of the upper case so that ς and σ meet.</summary>
    private static Rune Fold(Rune rune) => rune.Value == 0x17F ? new Rune('s') : Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));

    /// <summary>Default_Ignorable_Code_Point of the Unicode character database.</summary>
    private static bool IsIgnorable(Rune rune) => rune.Value is
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFEFF or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A)
        or (>= 0xE0000 and <= 0xE0FFF);
}

/// <summary>A range of a text in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>One past the last character.</summary>
    public int End => Start + Length;

    /// <summary>A span from its first character to one past its last.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether two spans share a character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
