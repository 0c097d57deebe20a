using WebQA.Evaluation.Metrics;
using WebQA.Statistics;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>The quotes of one system on all questions, at the small budgets and at the large one.</summary>
internal sealed record RecallTable(
    string System,
    IReadOnlyList<(MiniWebQuestion Question, IReadOnlyList<QuotedSpan> Quotes)> Small,
    IReadOnlyList<(MiniWebQuestion Question, IReadOnlyList<QuotedSpan> Quotes)> Large)
{
    public bool IsRun => Small.Count > 0;

    /// <summary>Recall of each question within so many words; several samples of a question are averaged.</summary>
    public Dictionary<string, double> ByQuestion(int words) => ByQuestion(Small, words);

    public RecallRow Row(string group, HashSet<string> questions, int small, int medium, int large) =>
        new(System, group, questions.Count, At(Small, questions, small), At(Small, questions, medium), Large.Count == 0 ? null : At(Large, questions, large));

    private static Interval At(IReadOnlyList<(MiniWebQuestion, IReadOnlyList<QuotedSpan>)> quotes, HashSet<string> questions, int words) =>
        Bootstrap.Mean([.. ByQuestion(quotes, words).Where(r => questions.Contains(r.Key)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value)]);

    private static Dictionary<string, double> ByQuestion(IReadOnlyList<(MiniWebQuestion Question, IReadOnlyList<QuotedSpan> Quotes)> quotes, int words) =>
        quotes.GroupBy(q => q.Question.Id).ToDictionary(g => g.Key, g => g.Average(q => ClaimRecall.Of(q.Question, q.Quotes, words).Recall));
}
