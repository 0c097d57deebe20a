using System.Text;
using WebQA.Core.Browsing;
using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>Puts an answer together from the quotes: sentences as they stand, grouped by what was asked, the direct answer first.</summary>
/// <remarks>A departure from WebGPT, whose answers are written by a model; the result is marked as assembled from quotes.</remarks>
internal static class AnswerWriter
{
    public static string Write(IReadOnlyList<Evidence> evidence, QuestionFocus question, AnswerWeights weights)
    {
        var passages = PassageChooser.Choose(evidence, question, weights);
        var conflicts = Conflicts.Among(passages, weights);
        var paragraphs = new List<string>();
        foreach (var clause in question.Clauses)
        {
            var here = passages.Where(p => p.Clause.Index == clause.Index && !conflicts.Any(c => c.Holds(p))).OrderByDescending(p => p.Value);
            paragraphs.AddRange(here.GroupBy(p => p.Best.Reference.PageSha256).Select(Paragraph));
        }
        paragraphs.AddRange(conflicts.Select(c => c.Text(Cited)));
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>What one page says of a clause: its most direct passage, then the others as they stand on the page.</summary>
    private static string Paragraph(IEnumerable<AnswerPassage> ofOnePage)
    {
        var passages = ofOnePage.ToList();
        var rest = passages.Skip(1).OrderBy(p => p.Best.Reference.Start).ThenBy(p => p.Best.Index);
        return string.Join(' ', rest.Prepend(passages[0]).SelectMany(p => p.Sentences).Select(Cited));
    }

    /// <summary>A sentence with its reference behind it. A fragment gets a full stop, so that its citation covers it alone.</summary>
    private static string Cited(Evidence sentence)
    {
        var text = new StringBuilder(sentence.Text);
        if (SentenceSplitter.Split($"{sentence.Text} X").Count == 1)
        {
            text.Append('.');
        }
        return text.Append($" [{sentence.Reference.Id}]").ToString();
    }
}
