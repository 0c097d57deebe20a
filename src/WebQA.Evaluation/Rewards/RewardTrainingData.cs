using WebQA.Core.Feedback;
using WebQA.Models.RewardModels;
using WebQA.Models.Training;

namespace WebQA.Evaluation.Rewards;

/// <summary>Turns comparisons into what the trainer reads: features, soft labels, weights that keep a large set from drowning the others, and answers padded on purpose as lessons.</summary>
public sealed class RewardTrainingData
{
    /// <summary>Most comparisons of one question: some forum questions have hundreds.</summary>
    private const int MostOfOneQuestion = 8;

    /// <summary>What a lesson counts beside a comparison by people.</summary>
    private const float LessonWeight = 0.05f;

    private readonly Dictionary<(string Question, string References, string Answer), IReadOnlyList<float>> _features = [];

    /// <summary>The pairs of some comparisons.</summary>
    /// <param name="comparisons">For fitting; none of the questions it will be judged by.</param>
    public PairDataset Create(IReadOnlyList<Comparison> comparisons)
    {
        var chosen = comparisons.GroupBy(static c => c.Question.Text).SelectMany(static g => g.Take(MostOfOneQuestion)).ToList();
        var sizes = chosen.CountBy(static c => ComparisonSet.Of(c)).ToDictionary();
        var scale = chosen.Count / chosen.Sum(c => 1 / Math.Sqrt(sizes[ComparisonSet.Of(c)]));
        var pairs = chosen.SelectMany(c => PairsOf(c, (float)(scale / Math.Sqrt(sizes[ComparisonSet.Of(c)]))));
        return new PairDataset(RewardFeatures.Version, RewardFeatures.Names, [.. pairs]);
    }

    /// <summary>Features of an answer; computed once.</summary>
    public IReadOnlyList<float> FeaturesOf(Comparison comparison, ComparedAnswer answer, string? text = null)
    {
        var key = (comparison.Question.Text, string.Concat(answer.References.Select(static r => r.Extract)), text ?? answer.Text);
        if (!_features.TryGetValue(key, out var features))
        {
            _features[key] = features = RewardFeatures.Of(comparison.Question.Text, answer.References, text ?? answer.Text);
        }
        return features;
    }

    private IEnumerable<TrainingPair> PairsOf(Comparison comparison, float weight)
    {
        var split = QuestionSplit.Of(comparison.Question.Text, 10, "fit") switch { 0 => TrainingSplit.Validation, 1 => TrainingSplit.Calibration, _ => TrainingSplit.Train };
        var (a, b) = (FeaturesOf(comparison, comparison.A), FeaturesOf(comparison, comparison.B));
        yield return new TrainingPair(a, b, (Math.Sign((int)comparison.Preference) + 1) / 2f, split) { Weight = weight };
        if (split == TrainingSplit.Train)
        {
            foreach (var answer in new[] { comparison.A, comparison.B })
            {
                foreach (var padded in new[] { PaddedAnswer.WithOwnPassage(comparison.Question.Text, answer), PaddedAnswer.WithRepetition(answer) }.OfType<string>())
                {
                    yield return new TrainingPair(FeaturesOf(comparison, answer), FeaturesOf(comparison, answer, padded), 1, split) { Weight = weight * LessonWeight };
                }
            }
        }
    }
}
