using WebQA.Core.Browsing;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Ranking.Heads;

/// <summary>Plans what to quote from all that was read: the choice that decides most of an answer's worth.</summary>
internal static class QuoteHead
{
    /// <summary>Makes the plan, a pure function of what was read.</summary>
    /// <param name="pages">The pages read.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="known">Vectors of what was at hand from the start.</param>
    /// <param name="budget">Words for all quotes together.</param>
    /// <param name="maxQuoteWords">Words of one quote.</param>
    /// <param name="model">The weights.</param>
    /// <param name="sampler">The episode's randomness.</param>
    public static QuotePlan Plan(
        IReadOnlyList<ReadPage> pages, QuestionFocus question, IReadOnlyList<float[]> known, int budget, int maxQuoteWords, RankingModel model, Sampler sampler)
    {
        var weights = model.Weights;
        var sentences = pages.SelectMany(p => SentenceScorer.Score(p, question, model)).ToList();
        var utilities = QuoteNoise.Add(sentences, question, weights.Sampling, sampler);
        var taken = new QuoteSelector(weights.Selection, maxQuoteWords).Select(sentences, utilities, known, budget);
        var byKey = pages.ToDictionary(p => p.Noted.Key);
        var first = (int)(budget * weights.Selection.FirstShare);
        var quotes = new List<PlannedQuote>();
        foreach (var page in taken.GroupBy(t => (t.Item.Sentence.PageKey, IsFirst: t.WordsBefore + t.Item.Sentence.Cost <= first)))
        {
            foreach (var run in Runs(page.OrderBy(t => t.Item.Sentence.Index), maxQuoteWords))
            {
                Add(quotes, byKey[page.Key.PageKey], run, page.Key.IsFirst);
            }
        }
        return new QuotePlan(quotes);
    }

    /// <summary>Neighbours become one quote, cut where it would grow too long.</summary>
    private static List<List<QuoteSelector.Taken>> Runs(IEnumerable<QuoteSelector.Taken> taken, int maxQuoteWords)
    {
        var runs = new List<List<QuoteSelector.Taken>>();
        var words = 0;
        foreach (var next in taken)
        {
            var goesOn = runs.Count > 0 && runs[^1][^1].Item.Sentence.IsFollowedBy(next.Item.Sentence) && words + next.Item.Sentence.Cost <= maxQuoteWords;
            if (!goesOn)
            {
                runs.Add([]);
                words = 0;
            }
            runs[^1].Add(next);
            words += next.Item.Sentence.Cost;
        }
        return runs;
    }

    private static void Add(List<PlannedQuote> quotes, ReadPage page, List<QuoteSelector.Taken> run, bool isFirst)
    {
        var span = TextSpan.FromBounds(run[0].Item.Sentence.Span.Start, run[^1].Item.Sentence.Span.End);
        if (QuoteCommand.For(page, span) is { } command && !quotes.Exists(q => q.PageKey == page.Noted.Key && q.Command == command))
        {
            var words = WordCount.Of(page.Text.Text.AsSpan(span.Start, span.Length));
            quotes.Add(new PlannedQuote(page.Noted.Key, command, words, run.Average(t => t.Utility), isFirst, [.. run.Select(t => t.Item)]));
        }
    }
}
