using System.Text;

namespace WebQA.Cli.Output;

/// <summary>Text of pages and policies as a terminal may show it.</summary>
internal static class TerminalText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Replaces what a terminal would obey or what would reorder a line: control characters, escapes, directional overrides. Line ends stay.</summary>
    public static string Safe(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(IsUnsafe(c) ? Replacement : c);
        }
        return safe.ToString();
    }

    /// <summary><see cref="Safe"/> on one line, cut with … where it is longer than <paramref name="length"/>.</summary>
    public static string Line(string text, int length)
    {
        var line = Safe(text.ReplaceLineEndings(" ")).Replace('\t', ' ').Trim();
        if (line.Length <= length)
        {
            return line;
        }
        var end = length - 1;
        return (char.IsHighSurrogate(line[end - 1]) ? line[..(end - 1)] : line[..end]) + "…";
    }

    private static bool IsUnsafe(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
