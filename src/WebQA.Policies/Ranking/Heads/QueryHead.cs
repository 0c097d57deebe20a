using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Notebooks;

namespace WebQA.Policies.Ranking.Heads;

/// <summary>Chooses what to search for: the question, one of its clauses, or what others have measured about it.</summary>
internal static class QueryHead
{
    /// <summary>Longest query in characters; more than any engine reads.</summary>
    private const int MaxLength = 400;

    /// <summary>Measured: the whole question finds more sources than its clauses do one by one.</summary>
    private const double ClauseScore = -1;

    private const double ContrastScore = -1.5;

    private sealed record Candidate(string Query, double Score);

    public static Choice<string>? Choose(QuestionFocus question, Notebook notebook, RankingWeights weights, Sampler sampler)
    {
        var candidates = Candidates(question).Where(c => !notebook.Queries.Contains(c.Query, StringComparer.OrdinalIgnoreCase)).ToList();
        var best = Choice<Candidate>.Best(candidates, c => c.Score, c => c.Query, "query", weights.Sampling.Query, sampler);
        return best is null ? null : new Choice<string>(best.Value.Query, best.LogProbability);
    }

    private static IEnumerable<Candidate> Candidates(QuestionFocus question)
    {
        yield return new Candidate(Cut(question.Text), 0);
        foreach (var clause in question.Clauses.Where(c => c.Text != question.Text))
        {
            yield return new Candidate(Cut(clause.Text), ClauseScore - (0.1 * clause.Index));
        }
        yield return new Candidate($"{Cut(question.Clauses[0].Text)} myth evidence", ContrastScore);
    }

    private static string Cut(string query)
    {
        if (query.Length <= MaxLength)
        {
            return query;
        }
        var end = query.LastIndexOf(' ', MaxLength);
        end = end > 0 ? end : char.IsHighSurrogate(query[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return query[..end];
    }
}
