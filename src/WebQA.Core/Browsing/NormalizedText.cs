namespace WebQA.Core.Browsing;

/// <summary>Text in the form in which quotes and finds are matched, with the way back to the original offsets.</summary>
/// <remarks>
/// NFC, default-ignorable characters dropped, each run of white space (U+00A0 included) one space, simple case folding, and nothing
/// else: curly quotes and dashes count. Each grapheme is normalised by itself, so a match never begins or ends inside one.
/// </remarks>
public sealed class NormalizedText
{
    private readonly OffsetMap _offsets;
    private readonly string _original;

    private NormalizedText(string original, string text, OffsetMap offsets)
    {
        _original = original;
        Text = text;
        _offsets = offsets;
    }

    /// <summary>The normal form, without white space at either end.</summary>
    public string Text { get; }

    /// <summary>Normalises a text.</summary>
    public static NormalizedText Of(string original)
    {
        var writer = new NormalFormWriter(original);
        for (var at = 0; at < original.Length;)
        {
            at += writer.WriteSimple(at) is > 0 and var run ? run : writer.WriteGrapheme(at);
        }
        var (text, offsets) = writer.End();
        return new NormalizedText(original, text, offsets);
    }

    /// <summary>The first occurrence of another normal form at or after an original offset, as a span of the original text; null where there is none.</summary>
    public TextSpan? Find(NormalizedText wanted, int fromOriginal = 0)
    {
        if (wanted.Text.Length == 0)
        {
            return null;
        }
        var from = _offsets.FirstFrom(fromOriginal);
        while (from + wanted.Text.Length <= Text.Length)
        {
            var found = Text.IndexOf(wanted.Text, from, StringComparison.Ordinal);
            if (found < 0)
            {
                return null;
            }
            var last = found + wanted.Text.Length - 1;
            if (IsGraphemeStart(found) && IsGraphemeEnd(last))
            {
                return TextSpan.FromBounds(_offsets.StartOf(found), _offsets.EndOf(last));
            }
            from = found + 1;
        }
        return null;
    }

    /// <summary>Whether a span of the original is all of its text, white space at the ends aside.</summary>
    public bool IsWhole(TextSpan span) =>
        Text.Length > 0 && span.Start <= _offsets.StartOf(0) && span.End >= _offsets.EndOf(Text.Length - 1);

    /// <summary>The original text's own slice, not copied.</summary>
    internal ReadOnlySpan<char> SpanOf(TextSpan span) => _original.AsSpan(span.Start, span.Length);

    /// <summary>The original text's own slice.</summary>
    public string Slice(TextSpan span) => _original.Substring(span.Start, span.Length);

    /// <summary>White space is a bound even where a combining mark makes one grapheme of it and what follows.</summary>
    private bool IsGraphemeStart(int index) => index == 0 || Text[index - 1] == ' ' || !_offsets.IsOneWithNext(index - 1);

    private bool IsGraphemeEnd(int index) => index == Text.Length - 1 || Text[index + 1] == ' ' || !_offsets.IsOneWithNext(index);
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
