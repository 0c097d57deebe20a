using System.Text.RegularExpressions;
using WebQA.Core.Answers;

namespace WebQA.LabelingUi.Episodes;

/// <summary>An answer's text taken apart for reading: paragraphs of words and citation chips.</summary>
internal static partial class AnswerParagraphs
{
    /// <summary>A part of a paragraph: words, or the chips behind them.</summary>
    /// <param name="Words">Text to show, white space before chips dropped.</param>
    /// <param name="Tail">The last word, which never breaks apart from the chips; empty where there are none.</param>
    /// <param name="Chips">The citations behind the words.</param>
    public sealed record Piece(string Words, string Tail, IReadOnlyList<Chip> Chips);

    /// <summary>One citation.</summary>
    /// <param name="Number">As the answer has it.</param>
    /// <param name="Error">What is wrong with it; null where it names a reference.</param>
    public sealed record Chip(string Number, string? Error)
    {
        /// <summary>The reference it names; null where it is wrong.</summary>
        public int? ReferenceId => Error is null ? int.Parse(Number) : null;
    }

    /// <summary>The paragraphs of an answer.</summary>
    public static IReadOnlyList<IReadOnlyList<Piece>> Of(Answer answer)
    {
        var paragraphs = new List<IReadOnlyList<Piece>>();
        var start = 0;
        foreach (Match gap in BlankLines().Matches(answer.Text))
        {
            Add(start, gap.Index);
            start = gap.Index + gap.Length;
        }
        Add(start, answer.Text.Length);
        return paragraphs;

        void Add(int from, int to)
        {
            if (!string.IsNullOrWhiteSpace(answer.Text[from..to]))
            {
                paragraphs.Add(Pieces(answer, from, to));
            }
        }
    }

    /// <summary>The sentences that cite a reference, in order.</summary>
    public static IReadOnlyList<string> SentencesCiting(Answer answer, int referenceId) =>
        [.. answer.Citations.Where(c => c.References.Contains(referenceId)).Select(c => answer.Text.Substring(c.Start, c.Length))];

    private static List<Piece> Pieces(Answer answer, int from, int to)
    {
        var pieces = new List<Piece>();
        var at = from;
        foreach (Match group in MarkerGroup().Matches(answer.Text[..to]))
        {
            if (group.Index < from)
            {
                continue;
            }
            var (words, tail) = SplitTail(answer.Text[at..group.Index].TrimEnd());
            pieces.Add(new Piece(words, tail, Chips(answer, group)));
            at = group.Index + group.Length;
        }
        if (at < to)
        {
            pieces.Add(new Piece(answer.Text[at..to], string.Empty, []));
        }
        return pieces;
    }

    private static (string Words, string Tail) SplitTail(string text)
    {
        var space = text.LastIndexOfAny([' ', '\n']);
        return (text[..(space + 1)], text[(space + 1)..]);
    }

    private static List<Chip> Chips(Answer answer, Match group)
    {
        var chips = new List<Chip>();
        foreach (Match number in Number().Matches(group.Value))
        {
            var at = group.Index + number.Index;
            var error = answer.Errors.FirstOrDefault(e => e.Start == at && e.Length == number.Length)?.Message;
            if (!chips.Exists(c => c.Number == number.Value))
            {
                chips.Add(new Chip(number.Value, error));
            }
        }
        return chips;
    }

    [GeneratedRegex(@"\n\s*\n", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"\[\d+(?:\s*,\s*\d+)*\](?:\s*\[\d+(?:\s*,\s*\d+)*\])*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MarkerGroup();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
