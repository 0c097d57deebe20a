using System.Text.RegularExpressions;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Feedback.Simulation;

/// <summary>What a simulated labeler likes about an answer, stated in numbers: claims found, cited references, and length where a bias is wished.</summary>
/// <param name="Evidence">Of each question by its text, the sentences that state its claims; empty where none are known.</param>
/// <param name="LengthBias">Added for each doubling of the words; 0 for none.</param>
public sealed partial record AnswerUtility(IReadOnlyDictionary<string, IReadOnlyList<string>> Evidence, double LengthBias = 0)
{
    private const double PerClaim = 1, PerCitedReference = 0.25;

    /// <summary>The utility in words, for manifests and people.</summary>
    public string Statement =>
        $"{PerClaim} for each claim whose evidence a reference holds + {PerCitedReference} for each reference cited + {LengthBias} for each doubling of the words";

    /// <summary>The utility of an answer; only differences carry meaning.</summary>
    public double Of(Question question, ComparedAnswer answer)
    {
        var quoted = string.Join('\n', answer.References.Select(static reference => Collapse(reference.Extract)));
        var claims = Evidence.GetValueOrDefault(question.Text, []).Count(evidence => quoted.Contains(Collapse(evidence), StringComparison.OrdinalIgnoreCase));
        var cited = Marker().Matches(answer.Text).SelectMany(static marker => marker.Value.Trim('[', ']').Split(',')).Select(static n => n.Trim()).Distinct(StringComparer.Ordinal).Count();
        var words = answer.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length;
        return (PerClaim * claims) + (PerCitedReference * cited) + (LengthBias * Math.Log2(1 + words));
    }

    private static string Collapse(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\[\d+(?:,\s*\d+)*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
