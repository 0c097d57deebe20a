using WebQA.Core.Questions;
using WebQA.Policies.Ranking.Notebooks;

namespace WebQA.Policies.Ranking.Features;

/// <summary>What is asked: the question and its clauses, with their vectors.</summary>
/// <param name="Text">The question on one line.</param>
/// <param name="Vector">Its vector.</param>
/// <param name="Clauses">Its parts in order; the question itself where it has only one.</param>
internal sealed record QuestionFocus(string Text, float[] Vector, IReadOnlyList<Clause> Clauses)
{
    public static async Task<QuestionFocus> OfAsync(Question question, EmbeddingBook embeddings, CancellationToken cancellationToken)
    {
        var text = ClauseSplitter.OneLine(question.Text);
        var clauses = ClauseSplitter.Split(text);
        await embeddings.LearnAsync([text, .. clauses], cancellationToken);
        return new QuestionFocus(text, embeddings[text], [.. clauses.Select((c, i) => new Clause(i, c, embeddings[c]))]);
    }

    /// <summary>The clause that a text is closest to.</summary>
    public Clause Closest(float[] vector) => Clauses.MaxBy(c => Vectors.Dot(c.Vector, vector))!;
}

/// <summary>One of the things asked.</summary>
internal sealed record Clause(int Index, string Text, float[] Vector);
