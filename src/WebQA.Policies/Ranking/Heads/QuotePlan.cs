using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Heads;

/// <summary>What the budget of words is to be spent on. A candidate is a sentence, a span of neighbours, a list item or a table row.</summary>
/// <param name="Quotes">The quotes; within a page in page order.</param>
internal sealed record QuotePlan(IReadOnlyList<PlannedQuote> Quotes);

/// <summary>A run of sentences to be quoted as one.</summary>
/// <param name="PageKey">The page.</param>
/// <param name="Command">The command that quotes it.</param>
/// <param name="Words">Words it takes of the budget.</param>
/// <param name="Value">Mean of what its sentences are worth, by which quotes are compared.</param>
/// <param name="IsFirst">Whether it belongs to the share of the budget that is quoted first.</param>
/// <param name="Sentences">Its sentences.</param>
internal sealed record PlannedQuote(
    string PageKey, string Command, int Words, double Value, bool IsFirst, IReadOnlyList<ScoredSentence> Sentences);
