using WebQA.Core.Browsing;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Notebooks;
using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Ranking.Heads;

/// <summary>Chooses the next page to open: the first results, then the best link of the first pages, then further results.</summary>
internal static class PageHead
{
    public static Choice<Lead>? Choose(
        Notebook notebook, IReadOnlyList<ReadPage> read, QuestionFocus question, EmbeddingBook embeddings, RankingWeights weights, Sampler sampler)
    {
        var browsing = weights.Browsing;
        if (read.Count >= browsing.Pages)
        {
            return null;
        }
        var results = NotedResult.All(notebook);
        var unopened = results.Where(r => notebook.Target(r.PageKey, r.Link.Id) is null && Route.To(notebook, r.PageKey) is not null).ToList();
        if (results.Count - unopened.Count < browsing.ResultsFirst && unopened.Count > 0)
        {
            return Result(unopened, weights, sampler);
        }
        return Link(notebook, read, question, embeddings, weights, sampler) ?? Result(unopened, weights, sampler);
    }

    private static Choice<Lead>? Result(List<NotedResult> unopened, RankingWeights weights, Sampler sampler)
    {
        var best = Choice<NotedResult>.Best(
            unopened, r => -weights.Browsing.RankCost * Math.Log(1 + r.Rank), r => $"{r.Link.Text}\n{r.Link.Domain}", "page", weights.Sampling.Page, sampler);
        return best is null ? null : new Choice<Lead>(new Lead(best.Value.PageKey, best.Value.Link.Id), best.LogProbability);
    }

    private static Choice<Lead>? Link(
        Notebook notebook, IReadOnlyList<ReadPage> read, QuestionFocus question, EmbeddingBook embeddings, RankingWeights weights, Sampler sampler)
    {
        var followed = read.SelectMany(p => notebook.Clicked(p.Noted.Key)).ToList();
        var found = followed.Select(f => f.Target).Distinct().Count(t => notebook.Find(t)?.Kind == PageKind.Web);
        // A link may turn out dead or known; one more is tried, then results are the better bet.
        if (found >= weights.Browsing.LinksFollowed || followed.Count > weights.Browsing.LinksFollowed)
        {
            return null;
        }
        var candidates = read.Take(weights.Browsing.LinkPages)
            .SelectMany(p => LinkScorer.Score(p, notebook, question, embeddings))
            .Where(l => l.Score >= weights.Browsing.MinimumLinkScore && Route.To(notebook, l.PageKey) is not null)
            .ToList();
        var best = Choice<ScoredLink>.Best(candidates, l => l.Score, l => $"{l.PageKey}\n{l.Id}", "link", weights.Sampling.Link, sampler);
        return best is null ? null : new Choice<Lead>(new Lead(best.Value.PageKey, best.Value.Id), best.LogProbability);
    }
}

/// <summary>A link worth opening: of a results page, or of a page that was read.</summary>
/// <param name="PageKey">The page that shows the link.</param>
/// <param name="Link">What the click takes.</param>
internal sealed record Lead(string PageKey, int Link);
