using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Compare;

/// <summary>The claims of an answer: those marked, and between them its sentences, each of which can be marked by one key.</summary>
public static class AnswerClaims
{
    /// <summary>In the order of the text; unmarked ones have no label. No more than can be marked.</summary>
    public static IReadOnlyList<ClaimMark> Of(string text, AnswerSide side, IEnumerable<ClaimMark> marked)
    {
        var claims = marked.Where(claim => claim.Side == side).ToList();
        var all = new List<ClaimMark>(claims);
        foreach (var (start, end) in Sentences(text))
        {
            if (all.Count >= AnnotationRules.MaxClaims)
            {
                break;
            }
            var at = start;
            foreach (var claim in claims.Where(c => c.Start < end && start < c.End).OrderBy(static c => c.Start))
            {
                Add(at, claim.Start);
                at = Math.Max(at, claim.End);
            }
            Add(at, end);
        }
        return [.. all.OrderBy(static claim => claim.Start)];

        void Add(int start, int end)
        {
            if (Trimmed(text, side, start, end) is { } left)
            {
                all.Add(left);
            }
        }
    }

    /// <summary>Sentences, each with the citations behind it.</summary>
    private static List<(int Start, int End)> Sentences(string text)
    {
        var marks = CitationMarks.Find(text).ToDictionary(static mark => mark.Start, static mark => mark.Length);
        var sentences = new List<(int Start, int End)>();
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var start = sentence.Start;
            while (marks.TryGetValue(start, out var length))
            {
                start += length;
                while (start < text.Length && char.IsWhiteSpace(text[start]))
                {
                    start++;
                }
            }
            if (start > sentence.Start && sentences.Count > 0)
            {
                sentences[^1] = (sentences[^1].Start, start);
            }
            sentences.Add((start, sentence.Start + sentence.Length));
        }
        return sentences;
    }

    /// <summary>The words between two places without the blanks around them; null where no letter or digit is among them.</summary>
    public static ClaimMark? Trimmed(string text, AnswerSide side, int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (start < end && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        // A selection may begin or end within a character of two units.
        start -= start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end += end > 0 && end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return start < end && CitationMarks.Strip(text[start..end]).Any(char.IsLetterOrDigit) ? new ClaimMark(side, start, end - start) : null;
    }

    /// <summary>Numbers of the references that a claim cites.</summary>
    public static IReadOnlyList<int> Cited(ComparedAnswer answer, ClaimMark claim) =>
    [
        .. CitationParser.Parse(answer.Text, answer.References.Count).Citations
            .Where(citation => citation.Start < claim.End && claim.Start < citation.Start + citation.Length).SelectMany(static citation => citation.References).Distinct(),
    ];

    /// <summary>As it is handed in.</summary>
    public static AnnotatedClaim ToAnnotated(ComparedAnswer answer, ClaimMark claim)
    {
        var text = answer.Text;
        return new AnnotatedClaim(
            claim.Side, claim.Start, claim.Length, text.Substring(claim.Start, claim.Length),
            text[Math.Max(0, claim.Start - AnnotationRules.Context)..claim.Start], text[claim.End..Math.Min(text.Length, claim.End + AnnotationRules.Context)],
            Cited(answer, claim), claim.Support, claim.Relevance);
    }
}
