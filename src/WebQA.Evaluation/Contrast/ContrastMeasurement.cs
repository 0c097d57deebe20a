using System.Text.Json;
using WebQA.Core.Browsing;
using WebQA.Core.Rewards;
using WebQA.Core.Support;
using WebQA.Evaluation.Support;
using WebQA.Evaluation.Training;
using WebQA.Models.Support;

namespace WebQA.Evaluation.Contrast;

/// <summary>Measures by five folds of questions whether a support model and a reward model tell sound answers from damaged ones, and agree with people.</summary>
/// <param name="trainer">Fits the support models.</param>
/// <param name="embedder">Gives the meaning of sentences.</param>
/// <param name="reward">A reward model fitted to other data.</param>
/// <param name="folder">Where data, checkpoints and models go.</param>
/// <param name="progress">Told of what is done.</param>
public sealed class ContrastMeasurement(TrainerProcess trainer, IEmbedder embedder, IRewardModel reward, string folder, Action<string> progress)
{
    private const int Folds = 5;
    private readonly SupportFeatureCache _features = new(new SentenceFeatures(embedder));

    /// <summary>Fits and measures.</summary>
    /// <param name="data">Judged sentences and grounded answers.</param>
    /// <param name="leaveKindOut">Whether each kind is also detected by models that had no lesson of it.</param>
    /// <param name="options">Path of the trainer's options, or null.</param>
    /// <param name="cancellationToken">Stops; what is fitted is kept.</param>
    public async Task<(ContrastReport Contrasts, SupportAgreementReport Agreement)> RunAsync(SupportData data, bool leaveKindOut, string? options, CancellationToken cancellationToken = default)
    {
        var (paired, flagged, judged) = (new List<Detection>(), new List<Detection>(), new List<ScoredSentence>());
        for (var fold = 0; fold < Folds; fold++)
        {
            var (train, test) = (data.Where(q => SupportData.Fold(q) != fold), data.Where(q => SupportData.Fold(q) == fold));
            var fit = new SupportFit(trainer, _features, options, line => Report(fold, line));
            using var scorer = await fit.RunAsync(train, Path.Combine(folder, $"fold-{fold}"), without: null, cancellationToken);
            judged.AddRange(await SupportScoring.JudgedAsync(scorer, test.Judged, cancellationToken));
            var sound = train.Answers.SelectMany(static a => a.Inputs).ToList();
            var detector = new Detector(reward, new SentenceJudge(scorer.ExpectedAsync, await scorer.ExpectedAsync(sound, cancellationToken)), new SentenceJudge(WordOverlapsAsync, await WordOverlapsAsync(sound, cancellationToken)));
            foreach (var kind in leaveKindOut ? SupportLesson.Damages : [])
            {
                var other = await fit.RunAsync(train, Path.Combine(folder, $"fold-{fold}-without-{kind}"), kind, cancellationToken);
                detector.Without[kind] = new SentenceJudge(other.ExpectedAsync, await other.ExpectedAsync(sound, cancellationToken));
            }
            await detector.RunAsync(test.Answers, new Random(fold), paired, flagged, cancellationToken);
        }
        return (new ContrastReport(DetectionFigures.Of(paired), DetectionFigures.Of(flagged)), SupportAgreementReport.Of(judged));
    }

    private static Task<IReadOnlyList<double>> WordOverlapsAsync(IReadOnlyList<SupportInput> inputs, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<double>>([.. inputs.Select(SentenceFeatures.WordOverlap)]);

    private void Report(int fold, JsonElement line)
    {
        if (line.GetProperty("event").GetString() == "fitted")
        {
            progress($"fold {fold + 1} of {Folds}: {line.GetProperty("members").GetInt32()} networks fitted");
        }
    }
}
