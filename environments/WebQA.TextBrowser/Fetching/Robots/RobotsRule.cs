using System.Text;

namespace WebQA.TextBrowser.Fetching.Robots;

/// <summary>One line of a group: a beginning of paths, in which <c>*</c> stands for any characters and a last <c>$</c> for the end.</summary>
/// <param name="Pattern">Percent-encoded as URLs are.</param>
/// <param name="IsAllowed">Whether it allows.</param>
internal sealed record RobotsRule(string Pattern, bool IsAllowed)
{
    /// <summary>A rule as a file has it; characters beyond ASCII are percent-encoded, and escapes are written in upper case.</summary>
    public static RobotsRule Of(string value, bool isAllowed)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2]))
            {
                pattern.Append(Escape(value.Substring(i, 3)));
                i += 2;
            }
            else if (char.IsAscii(value[i]))
            {
                pattern.Append(value[i]);
            }
            else
            {
                var length = char.IsHighSurrogate(value[i]) && i + 1 < value.Length ? 2 : 1;
                pattern.Append(Uri.EscapeDataString(value.AsSpan(i, length)));
                i += length - 1;
            }
        }
        return new RobotsRule(pattern.ToString(), isAllowed);
    }

    /// <summary>Whether it covers a path with its query. Linear in both, whatever the pattern.</summary>
    public bool Matches(string place)
    {
        var toEnd = Pattern.EndsWith('$');
        var parts = (toEnd ? Pattern[..^1] : Pattern).Split('*');
        if (!place.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var found = isLast && toEnd
                ? place.EndsWith(parts[i], StringComparison.Ordinal) ? place.Length - parts[i].Length : -1
                : place.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at)
            {
                return false;
            }
            at = found + parts[i].Length;
        }
        return !toEnd || at == place.Length;
    }

    /// <summary>An escape as <see cref="Uri"/> writes it: what needs none is written as it is.</summary>
    private static string Escape(string escape)
    {
        var character = (char)Convert.ToInt32(escape[1..], 16);
        return char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' ? character.ToString() : escape.ToUpperInvariant();
    }
}
