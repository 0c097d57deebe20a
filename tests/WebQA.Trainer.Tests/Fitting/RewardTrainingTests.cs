using WebQA.Models.Training;
using WebQA.Statistics.Correlation;
using WebQA.Trainer.Fitting;
using static TorchSharp.torch;

namespace WebQA.Trainer.Tests.Fitting;

[Collection(TorchCollection.Name)]
public sealed class RewardTrainingTests : IDisposable
{
    private static readonly FitOptions Quick = new() { Members = 2, Epochs = 25, Hidden = 8, Batch = 128, MicroBatch = 128, LearningRate = 0.01 };

    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("webqa-trainer-");

    public void Dispose() => _work.Delete(recursive: true);

    [Fact]
    public void In_a_world_of_known_utility_the_order_is_recovered_and_ties_do_not_hurt()
    {
        var fit = Fit(SyntheticWorld.Create(4_000, seed: 1), Quick);

        Assert.True(TauToUtility(fit) >= 0.9, $"Kendall's tau is {TauToUtility(fit):0.000}.");
        Assert.InRange(fit.Temperature, 0.7, 1.4);
    }

    [Fact]
    public void Labelers_habits_go_into_their_own_numbers_and_not_into_the_reward()
    {
        var data = SyntheticWorld.Create(6_000, seed: 2, lengthBias: 1.5, firstBias: 0.8);

        var unaware = Fit(data, Quick with { PositionTerm = false }, "unaware");
        var aware = Fit(data, Quick with { LengthTerm = true }, "aware");

        // Ties as one half shrink all log-odds alike, so habits are measured against the scale that utility has come out with.
        var scale = ScaleOfUtility(aware);
        Assert.InRange(aware.Members.Average(m => m.LengthBias) / scale, 1.1, 1.9);
        Assert.InRange(aware.Members.Average(m => m.FirstBias) / scale, 0.6, 1.0);
        Assert.True(TauToUtility(aware) >= 0.9, $"Kendall's tau is {TauToUtility(aware):0.000}.");
        Assert.True(TauToUtility(unaware) < TauToUtility(aware) - 0.05, $"Without the terms it is {TauToUtility(unaware):0.000}, with them {TauToUtility(aware):0.000}.");
    }

    [Fact]
    public void Davidsons_loss_recovers_the_order_too() =>
        Assert.True(TauToUtility(Fit(SyntheticWorld.Create(4_000, seed: 3), Quick with { Loss = PreferenceLossKind.Davidson })) >= 0.9);

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        var data = SyntheticWorld.Create(400, seed: 4);
        var options = Quick with { Members = 1, Epochs = 3 };

        Assert.Equal(Fit(data, options, "one").ToOnnx(), Fit(data, options, "two").ToOnnx());
        Assert.NotEqual(Fit(data, options, "one").ToOnnx(), Fit(data, options with { Seed = 2 }, "three").ToOnnx());
    }

    [Fact]
    public void A_batch_added_up_from_parts_is_the_same_step()
    {
        var data = SyntheticWorld.Create(400, seed: 5);
        var options = Quick with { Members = 1, Epochs = 2, Dropout = 0 };

        var whole = Fit(data, options, "whole").Members[0].Score.Weights();
        var parts = Fit(data, options with { MicroBatch = 10 }, "parts").Members[0].Score.Weights();

        Assert.All(whole, w => Assert.Equal(w.Value, parts[w.Key], (a, b) => Math.Abs(a - b) < 1e-4));
    }

    [Fact]
    public void A_stopped_fit_goes_on_to_the_weights_it_would_have_had()
    {
        var data = SyntheticWorld.Create(400, seed: 6);
        var options = Quick with { Members = 1, Epochs = 6 };
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => new RewardTraining(data, options, Folder("stopped")).Run(
            report =>
            {
                if (report.Epoch == 3)
                {
                    stop.Cancel();
                }
            },
            stop.Token));

        Assert.Equal(Fit(data, options, "whole").ToOnnx(), Fit(data, options, "stopped").ToOnnx());
    }

    [Fact]
    public void A_state_left_between_two_renamings_is_gone_on_from()
    {
        var data = SyntheticWorld.Create(400, seed: 9);
        var options = Quick with { Members = 1, Epochs = 4 };
        var whole = Fit(data, options, "whole").ToOnnx();
        Fit(data, options, "killed");
        foreach (var latest in Directory.GetDirectories(Folder("killed"), "latest", SearchOption.AllDirectories))
        {
            Directory.Move(latest, Path.Combine(Path.GetDirectoryName(latest)!, "before"));
        }

        Assert.Equal(whole, Fit(data, options, "killed").ToOnnx());
    }

    [Fact]
    public void Other_data_in_the_same_folder_is_fitted_anew()
    {
        var options = Quick with { Members = 1, Epochs = 2 };
        Fit(SyntheticWorld.Create(400, seed: 10), options);

        Assert.Equal(Fit(SyntheticWorld.Create(400, seed: 11), options, "fresh").ToOnnx(), Fit(SyntheticWorld.Create(400, seed: 11), options).ToOnnx());
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_the_fit_and_says_where()
    {
        var data = SyntheticWorld.Create(100, seed: 7);
        var broken = data with { Pairs = [.. data.Pairs.Select(p => p with { Weight = float.PositiveInfinity })] };

        Assert.Equal(
            "The loss is no longer a number in epoch 1, step 1. Look for features that are infinite or not numbers, or lower learning_rate in options.json.",
            Assert.Throws<TrainingDivergedException>(() => Fit(broken, Quick)).Message);
    }

    [Fact]
    public void Without_pairs_to_stop_by_nothing_is_fitted()
    {
        var data = SyntheticWorld.Create(100, seed: 8);

        Assert.Contains(
            "it holds no pair of the split 'Validation'",
            Assert.Throws<TrainingDataException>(() => Fit(data with { Pairs = [.. data.Pairs.Where(p => p.Split == TrainingSplit.Train)] }, Quick)).Message,
            StringComparison.Ordinal);
    }

    private RewardFit Fit(PairDataset data, FitOptions options, string folder = "work") =>
        new RewardTraining(data, options, Folder(folder)).Run(static _ => { }, TestContext.Current.CancellationToken);

    private string Folder(string name) => Path.Combine(_work.FullName, name);

    private static double TauToUtility(RewardFit fit)
    {
        var (rewards, utilities) = Answers(fit);
        return RankCorrelation.KendallTau(rewards, utilities);
    }

    /// <summary>Log-odds of the fitted reward that go with one of utility: the slope of the one on the other.</summary>
    private static double ScaleOfUtility(RewardFit fit)
    {
        var (rewards, utilities) = Answers(fit);
        var mean = utilities.Average();
        return rewards.Zip(utilities, (r, u) => r * (u - mean)).Sum() / utilities.Sum(u => (u - mean) * (u - mean));
    }

    private static (double[] Rewards, double[] Utilities) Answers(RewardFit fit)
    {
        var random = new Random(99);
        float[][] answers = [.. Enumerable.Range(0, 300).Select(_ => SyntheticWorld.Answer(random))];
        using var features = fit.Scale.Apply(answers);
        using var rewards = stack([.. fit.Members.Select(m => m.Score.forward(features))]).mean([0]);
        return ([.. rewards.data<float>().ToArray().Select(r => (double)r)], [.. answers.Select(a => SyntheticWorld.UtilityOf(a))]);
    }
}
