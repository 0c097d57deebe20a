using WebQA.Core.Browsing;
using WebQA.Core.Feedback;

namespace WebQA.Evaluation.Rewards;

/// <summary>Rules that know nothing of content, which a reward model has to beat.</summary>
/// <param name="Name">What it prefers.</param>
/// <param name="Size">Of an answer; the larger is preferred.</param>
public sealed record TrivialRule(string Name, Func<string, double> Size)
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<TrivialRule> All { get; } =
    [
        new("longer_characters", static text => text.Length),
        new("longer_words", static text => WordCount.Of(text)),
        new("more_citations", static text => text.Count(static c => c == '[')),
    ];

    /// <summary>1 where the rule agrees with the people, else 0; equal sizes are wrong.</summary>
    public double Correct(ScoredComparison scored) => scored.Correct(Difference(scored.Comparison));

    /// <summary>Size of A less that of B.</summary>
    public double Difference(Comparison comparison) => Size(comparison.A.Text) - Size(comparison.B.Text);
}
