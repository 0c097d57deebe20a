using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Heads;

/// <summary>Fills a budget of words with the sentences that are worth most for their length: a greedy knapsack.</summary>
internal sealed class QuoteSelector(SelectionWeights weights, int maxQuoteWords)
{
    /// <summary>A sentence that was taken.</summary>
    /// <param name="Item">The sentence.</param>
    /// <param name="Utility">What it was worth when it was taken.</param>
    /// <param name="WordsBefore">Words taken before it.</param>
    public sealed record Taken(ScoredSentence Item, double Utility, int WordsBefore);

    /// <summary>The sentences to quote, in the order in which they were taken.</summary>
    /// <param name="sentences">What was read.</param>
    /// <param name="utilities">What each is worth before length and neighbours; the same order.</param>
    /// <param name="known">Vectors of what is quoted already.</param>
    /// <param name="budget">Words to spend.</param>
    public List<Taken> Select(IReadOnlyList<ScoredSentence> sentences, double[] utilities, IReadOnlyList<float[]> known, int budget)
    {
        var count = sentences.Count;
        var closest = new double[count];
        var isOpen = new bool[count];
        var isNeighbour = new bool[count];
        var isTaken = new bool[count];
        for (var i = 0; i < count; i++)
        {
            var words = sentences[i].Sentence.Words;
            isOpen[i] = words >= weights.MinimumWords && words <= maxQuoteWords;
            closest[i] = known.Select(k => Vectors.Dot(k, sentences[i].Vector)).DefaultIfEmpty().Max();
        }
        var taken = new List<Taken>();
        var used = 0;
        while (Best() is { } best)
        {
            Take(best);
            Mark(best);
            Bridge(best - 1);
            Bridge(best + 1);
        }
        return taken;

        int? Best()
        {
            var at = -1;
            for (var i = 0; i < count; i++)
            {
                if (isOpen[i] && used + sentences[i].Sentence.Cost <= budget && (at < 0 || Worth(i) > Worth(at)))
                {
                    at = i;
                }
            }
            return at < 0 ? null : at;
        }

        double Worth(int i) =>
            utilities[i] - (weights.LengthPenalty * Math.Log(Math.Max(3, sentences[i].Sentence.Words)))
            + (isNeighbour[i] ? weights.NeighbourBonus : 0)
            - (Math.Max(0, closest[i] - weights.RedundancyFrom) * weights.RedundancyPenalty);

        void Take(int i)
        {
            taken.Add(new Taken(sentences[i], Worth(i), used));
            used += sentences[i].Sentence.Cost;
            isOpen[i] = false;
            isTaken[i] = true;
        }

        // A sentence too short to be quoted by itself ("It does not.") comes along between two that were taken.
        void Bridge(int i)
        {
            if (i > 0 && i + 1 < count && isTaken[i - 1] && isTaken[i + 1] && !isTaken[i] && sentences[i].Sentence.Words < weights.MinimumWords
                && sentences[i - 1].Sentence.IsFollowedBy(sentences[i].Sentence) && sentences[i].Sentence.IsFollowedBy(sentences[i + 1].Sentence)
                && used + sentences[i].Sentence.Cost <= budget)
            {
                Take(i);
            }
        }

        void Mark(int best)
        {
            for (var i = 0; i < count; i++)
            {
                if (isOpen[i])
                {
                    closest[i] = Math.Max(closest[i], Vectors.Dot(sentences[i].Vector, sentences[best].Vector));
                }
            }
            if (best > 0 && sentences[best - 1].Sentence.IsFollowedBy(sentences[best].Sentence))
            {
                isNeighbour[best - 1] = true;
            }
            if (best + 1 < count && sentences[best].Sentence.IsFollowedBy(sentences[best + 1].Sentence))
            {
                isNeighbour[best + 1] = true;
            }
        }
    }
}
