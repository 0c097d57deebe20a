using System.Buffers;
using System.Text;

namespace WebQA.Core.Browsing;

/// <summary>Characters with a meaning in observations, and what replaces them in page text, so that no page can forge a link, a quote mark or a header.</summary>
/// <remarks>WebGPT appendix A: "if they occur in page text they are replaced by similar alternatives".</remarks>
public static class ReservedCharacters
{
    private static readonly SearchValues<char> Special =
        SearchValues.Create("【】◼♦\u200B\u200C\u200D\u2060\uFEFF\u00AD");

    /// <summary>Replaces <c>【 】 ◼ ♦</c> by look-alikes and drops zero-width characters.</summary>
    public static string Replace(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
        {
            return text;
        }
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '【': result.Append('〖'); break;
                case '】': result.Append('〗'); break;
                case '◼': result.Append('◾'); break;
                case '♦': result.Append('◆'); break;
                case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD': break;
                default: result.Append(text[i]); break;
            }
        }
        return result.ToString();
    }

    /// <summary>The same for the words of a link, where <c>†</c> separates id, text and domain.</summary>
    public static string ReplaceInLink(string text) => Replace(text).Replace('†', '‡');
}
