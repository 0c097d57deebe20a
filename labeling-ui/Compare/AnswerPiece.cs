using System.Globalization;
using WebQA.Core.Answers;

namespace WebQA.LabelingUi.Compare;

/// <summary>A run of an answer's text, or a citation number in it.</summary>
/// <param name="Start">Where it begins in the answer, in UTF-16 units.</param>
/// <param name="End">One past its last unit.</param>
/// <param name="Text">Words, or the number.</param>
/// <param name="Number">The number of a citation; null for words; 0 for a number that is too large to be one.</param>
public sealed record AnswerPiece(int Start, int End, string Text, int? Number)
{
    /// <summary>A part of an answer, cut at its citations.</summary>
    public static IEnumerable<AnswerPiece> Of(string text, int start, int end)
    {
        var at = start;
        foreach (var mark in CitationMarks.Find(text[start..end]))
        {
            var from = start + mark.Start;
            if (from > at)
            {
                yield return new AnswerPiece(at, from, text[at..from], null);
            }
            foreach (var number in text.Substring(from + 1, mark.Length - 2).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new AnswerPiece(from, from + mark.Length, number, int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0);
            }
            at = from + mark.Length;
        }
        if (at < end)
        {
            yield return new AnswerPiece(at, end, text[at..end], null);
        }
    }
}
