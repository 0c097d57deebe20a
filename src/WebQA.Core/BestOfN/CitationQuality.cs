using System.Text.RegularExpressions;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.Core.BestOfN;

/// <summary>How well the sentences of an answer are covered by the quotes they cite.</summary>
/// <param name="Coverage">Share, from 0 to 1, of the answer's words that stand in a quote that their sentence cites.</param>
/// <param name="CitesAll">Whether every sentence cites a quote, and no citation is wrong.</param>
public readonly partial record struct CitationQuality(double Coverage, bool CitesAll)
{
    /// <summary>Of an answer; zero where there is none.</summary>
    public static CitationQuality Of(Candidate candidate)
    {
        if (candidate.Answer is not { } answer)
        {
            return default;
        }
        var (words, covered, citesAll) = (0, 0, answer.Errors.Count == 0);
        foreach (var sentence in SentenceSplitter.Split(answer.Text))
        {
            var said = Words(CitationMarks.Strip(answer.Text.Substring(sentence.Start, sentence.Length)));
            if (said.Count == 0)
            {
                continue;
            }
            var cited = answer.Citations
                .Where(c => c.Start < sentence.Start + sentence.Length && sentence.Start < c.Start + c.Length)
                .SelectMany(static c => c.References)
                .Where(id => id >= 1 && id <= candidate.Extracts.Count)
                .ToHashSet();
            var there = cited.SelectMany(id => Words(candidate.Extracts[id - 1])).ToHashSet(StringComparer.OrdinalIgnoreCase);
            words += said.Count;
            covered += said.Count(there.Contains);
            citesAll &= cited.Count > 0;
        }
        return new CitationQuality(words == 0 ? 0 : (double)covered / words, words > 0 && citesAll);
    }

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(static m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
