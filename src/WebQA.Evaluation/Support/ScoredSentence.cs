using WebQA.Core.Support;

namespace WebQA.Evaluation.Support;

/// <summary>A judged sentence, and what a model that never saw its question and the trivial rule make of it.</summary>
/// <param name="Judged">The people's judgement.</param>
/// <param name="Model">Score of the model; the more, the better supported.</param>
/// <param name="Level">The model's level.</param>
/// <param name="WordOverlap">Share of content words that stand in the quotes.</param>
public sealed record ScoredSentence(JudgedSentence Judged, double Model, SupportLevel Level, double WordOverlap);
