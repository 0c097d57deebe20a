using WebQA.Core.Feedback;
using WebQA.Core.Rewards;

namespace WebQA.Feedback.Review;

/// <summary>Comparisons that a reward model finds least likely: where label and model part most, one of them is often wrong.</summary>
public static class LabelErrors
{
    private const int Part = 256;

    /// <summary>The comparisons with the largest loss, the largest first. Ties and questions that make no sense are left out.</summary>
    /// <param name="model">The reward model.</param>
    /// <param name="comparisons">Comparisons of a project.</param>
    /// <param name="count">Most to give.</param>
    /// <param name="cancellationToken">Stops between two parts.</param>
    public static async Task<IReadOnlyList<SuspectLabel>> FindAsync(
        IRewardModel model, IAsyncEnumerable<StoredComparison> comparisons, int count, CancellationToken cancellationToken = default)
    {
        var suspects = new List<SuspectLabel>();
        var decided = comparisons.Where(static c => c.Annotation is { Rating: not Preference.EquallyGood, QuestionIsBad: false });
        await foreach (var part in decided.Chunk(Part).WithCancellation(cancellationToken))
        {
            var rewards = await model.ScoreAsync([.. part.SelectMany(static c => new[] { Input(c, c.Task.A), Input(c, c.Task.B) })], cancellationToken);
            suspects.AddRange(part.Zip(rewards.Chunk(2)).Select(static scored =>
                SuspectLabel.Of(scored.First, scored.Second[0].Mean.LogOdds - scored.Second[1].Mean.LogOdds)));
            suspects = [.. suspects.OrderByDescending(static suspect => suspect.Loss).Take(count)];
        }
        return suspects;
    }

    private static RewardInput Input(StoredComparison comparison, ComparedAnswer answer) =>
        new(comparison.Task.Question.Text, [.. answer.References.Select(static reference => reference.Extract)], answer.Text);
}

/// <summary>A label and what a reward model says of it.</summary>
/// <param name="Id">The comparison's id.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Rating">The label.</param>
/// <param name="PersonId">Who gave it; null where a file did not say.</param>
/// <param name="Lead">Reward of A less that of B, log-odds.</param>
/// <param name="Loss">-ln of the model's probability of the label's side: 0.69 for a coin, 3 for one in twenty.</param>
public sealed record SuspectLabel(string Id, string Question, Preference Rating, string? PersonId, double Lead, double Loss)
{
    /// <summary>The model's probability of the side that the label prefers.</summary>
    public double Probability => Math.Exp(-Loss);

    internal static SuspectLabel Of(StoredComparison comparison, double lead)
    {
        var margin = Math.Sign((int)comparison.Annotation.Rating) * lead;
        // softplus(-margin), without overflow.
        var loss = Math.Max(0, -margin) + Math.Log(1 + Math.Exp(-Math.Abs(margin)));
        return new SuspectLabel(comparison.Id, comparison.Task.Question.Text, comparison.Annotation.Rating, comparison.PersonId, lead, loss);
    }
}
