using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>Chooses which sentences of the quotes the answer is made of.</summary>
internal static class PassageChooser
{
    /// <summary>Cosine to a clause from which a sentence may speak for it.</summary>
    private const double SpeaksFor = 0.3;

    public static IReadOnlyList<AnswerPassage> Choose(IReadOnlyList<Evidence> evidence, QuestionFocus question, AnswerWeights weights)
    {
        var chosen = new List<Evidence>();
        foreach (var candidate in Ordered(evidence, question))
        {
            var group = WithReply(WithOpening(candidate, chosen), chosen);
            var words = chosen.Sum(c => c.Words);
            if (group is null || words + group.Sum(g => g.Words) > weights.MaximumWords || group.Exists(g => Repeats(g, chosen, weights)))
            {
                continue;
            }
            chosen.AddRange(group);
        }
        if (chosen.Count == 0)
        {
            // Every sentence leans on one that was not quoted, or is too long: the best one still beats an empty answer.
            chosen.Add(evidence.MaxBy(e => e.Score)!);
        }
        return Join(chosen);
    }

    /// <summary>The most direct sentence for each clause, then the rest by score, what is no full sentence last; questions answer nothing.</summary>
    private static IEnumerable<Evidence> Ordered(IReadOnlyList<Evidence> evidence, QuestionFocus question)
    {
        var usable = evidence.Where(e => !e.Text.Contains('?', StringComparison.Ordinal)).ToList();
        var leads = question.Clauses
            .Select(c => usable.Where(e => e.Clause.Index == c.Index && e.Closeness >= SpeaksFor && !e.IsFragment && !Opening.IsDangling(e.Text) && !Opening.IsReported(e.Text)).MaxBy(e => e.Directness))
            .OfType<Evidence>();
        return leads.Concat(usable.OrderBy(e => e.IsFragment).ThenByDescending(e => e.Score)).Distinct();
    }

    /// <summary>The sentence, with the one before it where it leans on it; null where that one is not quoted.</summary>
    private static List<Evidence>? WithOpening(Evidence candidate, List<Evidence> chosen)
    {
        var group = new List<Evidence>();
        for (var at = candidate; ; at = at.Previous)
        {
            if (!chosen.Contains(at))
            {
                group.Insert(0, at);
            }
            if (!Opening.IsDangling(at.Text) || chosen.Contains(at))
            {
                return group.Count > 0 ? group : null;
            }
            if (at.Previous is null)
            {
                return null;
            }
        }
    }

    /// <summary>Adds what follows a claim that is only reported; null where the reply is not quoted, since the claim would stand as if it were true.</summary>
    private static List<Evidence>? WithReply(List<Evidence>? group, List<Evidence> chosen)
    {
        if (group is null || !Opening.IsReported(group[^1].Text))
        {
            return group;
        }
        if (group[^1].Next is not { } reply)
        {
            return null;
        }
        return chosen.Contains(reply) ? group : [.. group, reply];
    }

    private static bool Repeats(Evidence candidate, List<Evidence> chosen, AnswerWeights weights) =>
        chosen.Exists(c => c != candidate && Vectors.Dot(c.Vector, candidate.Vector) >= weights.DuplicateCosine);

    private static List<AnswerPassage> Join(List<Evidence> chosen)
    {
        var passages = new List<List<Evidence>>();
        foreach (var sentence in chosen.OrderBy(c => c.Reference.Id).ThenBy(c => c.Index))
        {
            if (passages.Count == 0 || passages[^1][^1].Reference.Id != sentence.Reference.Id || passages[^1][^1].Index + 1 != sentence.Index)
            {
                passages.Add([]);
            }
            passages[^1].Add(sentence);
        }
        return [.. passages.Select(p => new AnswerPassage(p))];
    }
}
