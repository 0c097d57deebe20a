using System.Buffers;
using System.Text;

namespace WebQA.Core.Answers;

/// <summary>The marks that cite references in an answer's text.</summary>
public static class CitationMarks
{
    private static readonly SearchValues<char> Inside = SearchValues.Create("0123456789, ");

    /// <summary>The text without marks such as <c>[1]</c> and <c>[2, 3]</c>; the blank before a mark goes with it.</summary>
    public static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '[' && text.AsSpan(i + 1).IndexOfAnyExcept(Inside) is var length and > 0 && text[i + 1 + length] == ']' && text.AsSpan(i + 1, length).ContainsAnyInRange('0', '9'))
            {
                i += length + 1;
                kept.Length -= kept.Length > 0 && kept[^1] == ' ' ? 1 : 0;
                continue;
            }
            kept.Append(text[i]);
        }
        return kept.ToString();
    }
}
