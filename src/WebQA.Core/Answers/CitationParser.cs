using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using WebQA.Core.Browsing;

namespace WebQA.Core.Answers;

/// <summary>Reads the citations of an answer and checks that each number has a reference.</summary>
public static partial class CitationParser
{
    private static readonly SearchValues<char> NotWords = SearchValues.Create(" \t\r\n.!?");

    /// <summary>Takes an answer's text apart.</summary>
    /// <param name="text">The answer with markers such as <c>[1]</c> and <c>[2, 3]</c>.</param>
    /// <param name="referenceCount">References at hand; their ids run from 1 to this.</param>
    public static (IReadOnlyList<Citation> Citations, IReadOnlyList<CitationError> Errors) Parse(string text, int referenceCount)
    {
        var citations = new List<Citation>();
        var errors = new List<CitationError>();
        var sentences = SentenceSplitter.Split(text);
        var previousEnd = 0;
        foreach (Match group in MarkerGroup().Matches(text))
        {
            var numbers = new List<int>();
            foreach (Match number in Number().Matches(group.Value))
            {
                var start = group.Index + number.Index;
                if (int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id >= 1 && id <= referenceCount)
                {
                    if (!numbers.Contains(id))
                    {
                        numbers.Add(id);
                    }
                }
                else
                {
                    errors.Add(new CitationError(start, number.Length, MissingReference(number.Value, referenceCount)));
                }
            }
            if (numbers.Count > 0)
            {
                var cited = CitedSpan(text, sentences, previousEnd, group.Index);
                citations.Add(new Citation(cited.Start, cited.Length, numbers));
            }
            previousEnd = group.Index + group.Length;
        }
        if (citations.Count == 0 && errors.Count == 0)
        {
            errors.Add(new CitationError(0, text.Length, "The answer cites no quote. Cite the quote that each sentence rests on, for example [1]."));
        }
        return (citations, errors);
    }

    private static string MissingReference(string number, int count) => count == 1
        ? $"[{number}] has no quote: the only quote is [1]."
        : $"[{number}] has no quote: the quotes are [1] to [{count}].";

    /// <summary>The sentence before a marker, from its beginning or from the marker before it.</summary>
    private static TextSpan CitedSpan(string text, IReadOnlyList<TextSpan> sentences, int previousEnd, int marker)
    {
        var start = previousEnd;
        foreach (var sentence in sentences)
        {
            if (sentence.Start >= marker)
            {
                break;
            }
            if (text.AsSpan(Math.Max(sentence.Start, previousEnd), marker - Math.Max(sentence.Start, previousEnd)).ContainsAnyExcept(NotWords))
            {
                start = Math.Max(sentence.Start, previousEnd);
            }
        }
        while (start < marker && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        var end = marker;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return TextSpan.FromBounds(start, end);
    }

    [GeneratedRegex(@"\[\d+(?:\s*,\s*\d+)*\](?:\s*\[\d+(?:\s*,\s*\d+)*\])*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MarkerGroup();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
