using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Feedback.Sampling;

/// <summary>Makes comparison tasks of several answers to the same questions.</summary>
public static class PairSampler
{
    /// <summary>Pairs of different answers to the same question, drawn at random.</summary>
    /// <param name="answers">Answers, those of a question in any order.</param>
    /// <param name="pairsPerQuestion">Most pairs a question; fewer where it has fewer.</param>
    /// <param name="seed">The same seed gives the same pairs.</param>
    public static IReadOnlyList<ComparisonTask> Pairs(IEnumerable<SampledAnswer> answers, int pairsPerQuestion, int seed)
    {
        var random = new Random(seed);
        var tasks = new List<ComparisonTask>();
        foreach (var question in answers.GroupBy(static answer => answer.Question))
        {
            // Equal texts have nothing to be compared, whatever they cite.
            var different = question.Select(static answer => answer.Answer).DistinctBy(static answer => answer.Text, StringComparer.Ordinal).ToList();
            var pairs = (from i in Enumerable.Range(0, different.Count)
                         from j in Enumerable.Range(i + 1, different.Count - i - 1)
                         select (i, j)).ToArray();
            random.Shuffle(pairs);
            tasks.AddRange(pairs.Take(pairsPerQuestion).Select(pair => new ComparisonTask(question.Key, different[pair.i], different[pair.j])));
        }
        return tasks;
    }

    /// <summary>Answers to be rated alone, drawn at random.</summary>
    /// <param name="answers">Answers, those of a question in any order.</param>
    /// <param name="perQuestion">Most answers a question.</param>
    /// <param name="seed">The same seed gives the same answers.</param>
    public static IReadOnlyList<ComparisonTask> Alone(IEnumerable<SampledAnswer> answers, int perQuestion, int seed)
    {
        var random = new Random(seed);
        var tasks = new List<ComparisonTask>();
        foreach (var question in answers.GroupBy(static answer => answer.Question))
        {
            var different = question.Select(static answer => answer.Answer).DistinctBy(static answer => answer.Text, StringComparer.Ordinal).ToArray();
            random.Shuffle(different);
            tasks.AddRange(different.Take(perQuestion).Select(answer => new ComparisonTask(question.Key, answer, ComparedAnswer.None)));
        }
        return tasks;
    }
}

/// <summary>One of several answers to a question.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">The answer with its references and its source.</param>
public sealed record SampledAnswer(Question Question, ComparedAnswer Answer);
