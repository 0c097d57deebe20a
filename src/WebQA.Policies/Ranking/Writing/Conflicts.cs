using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>Finds passages that contradict each other.</summary>
internal static class Conflicts
{
    /// <summary>Closeness alone finds texts on one matter; those that contradict each other share its words.</summary>
    private const double SharedWords = 0.6;

    private const int ContentLength = 5;

    public static IReadOnlyList<Conflict> Among(IReadOnlyList<AnswerPassage> passages, AnswerWeights weights)
    {
        var conflicts = new List<Conflict>();
        for (var i = 0; i < passages.Count; i++)
        {
            for (var j = i + 1; j < passages.Count; j++)
            {
                if (Differ(passages[i], passages[j], weights) && !conflicts.Exists(c => c.Holds(passages[i]) || c.Holds(passages[j])))
                {
                    conflicts.Add(new Conflict(passages[i], passages[j]));
                }
            }
        }
        return conflicts;
    }

    private static bool Differ(AnswerPassage one, AnswerPassage other, AnswerWeights weights) =>
        one.Best.Reference.Domain != other.Best.Reference.Domain
        && Vectors.Dot(one.Best.Vector, other.Best.Vector) >= weights.ConflictCosine
        && Denies(one.Best.Text) != Denies(other.Best.Text)
        && Shared(one.Best.Text, other.Best.Text) >= SharedWords;

    /// <summary>Share of the longer words of the shorter text that the other one holds too.</summary>
    private static double Shared(string one, string other)
    {
        var (a, b) = (Content(one), Content(other));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
    }

    private static HashSet<string> Content(string text) => [.. Words.Of(text).Where(w => w.Length >= ContentLength).Select(w => w[..ContentLength])];

    private static bool Denies(string text)
    {
        var words = Words.Of(text);
        return Cues.HasNegation(words) || Cues.HasMyth(words);
    }
}

/// <summary>Two passages of different sites on the same matter, of which one denies.</summary>
internal sealed record Conflict(AnswerPassage One, AnswerPassage Other)
{
    public bool Holds(AnswerPassage passage) => passage == One || passage == Other;

    /// <summary>Sets them side by side: "A says: … B says: …".</summary>
    public string Text(Func<Evidence, string> cited) =>
        $"Sources differ here. {One.Best.Reference.Domain} says: {string.Join(' ', One.Sentences.Select(cited))} "
        + $"{Other.Best.Reference.Domain} says: {string.Join(' ', Other.Sentences.Select(cited))}";
}
