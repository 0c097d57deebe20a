using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Ranking.Features;

/// <summary>A sentence with what it is worth to the question.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Vector">Its vector.</param>
/// <param name="Score">The weighted sum of its features; about 2 to 6 where pages answer the question.</param>
/// <param name="Features">Its features, by <see cref="SentenceFeature"/>.</param>
internal sealed record ScoredSentence(Sentence Sentence, float[] Vector, double Score, double[] Features);
