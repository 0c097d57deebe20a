using System.Buffers;
using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.Core.Answers;

/// <summary>The marks that cite references in an answer's text.</summary>
public static class CitationMarks
{
    private static readonly SearchValues<char> Inside = SearchValues.Create("0123456789, ");

    /// <summary>The text without marks such as <c>[1]</c> and <c>[2, 3]</c>; the blank before a mark goes with it.</summary>
    public static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var mark in Find(text))
        {
            kept.Append(text, at, mark.Start - at);
            kept.Length -= kept.Length > 0 && kept[^1] == ' ' ? 1 : 0;
            at = mark.Start + mark.Length;
        }
        return kept.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Where the marks stand, brackets included.</summary>
    public static IEnumerable<TextSpan> Find(string text)
    {
        for (var i = text.IndexOf('['); i >= 0; i = text.IndexOf('[', i + 1))
        {
            var length = text.AsSpan(i + 1).IndexOfAnyExcept(Inside);
            if (length > 0 && text[i + 1 + length] == ']' && text.AsSpan(i + 1, length).ContainsAnyInRange('0', '9'))
            {
                yield return new TextSpan(i, length + 2);
            }
        }
    }
}
