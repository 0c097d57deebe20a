using WebQA.Models.Support;

namespace WebQA.Evaluation.Support;

/// <summary>What a fitted support model makes of judged sentences and of whole answers.</summary>
internal static class SupportScoring
{
    /// <summary>Judged sentences, the trivial rule beside.</summary>
    public static async Task<IReadOnlyList<ScoredSentence>> JudgedAsync(SupportScorer scorer, IReadOnlyList<JudgedSentence> judged, CancellationToken cancellationToken)
    {
        var scores = await scorer.ScoresAsync([.. judged.Select(static j => j.Input)], cancellationToken);
        return [.. judged.Zip(scores, (j, score) => new ScoredSentence(j, scorer.Scale.Of(score).Expected, scorer.Scale.Of(score).Level, SentenceFeatures.WordOverlap(j.Input)))];
    }
}
