using WebQA.Core.Rewards;
using WebQA.Models.ModelFolders;
using WebQA.Models.RewardModels;

namespace WebQA.Models.Tests.RewardModels;

public sealed class OnnxRewardModelTests : IDisposable
{
    private const string Quote = "The purr is made in the larynx, where the gap between the vocal folds opens and closes about 25 times a second and chops the stream of air into pulses.";
    private static readonly RewardInput Grounded = new("How do cats purr?", [Quote], "Cats purr with the larynx: the gap between the vocal folds opens and closes about 25 times a second and chops the stream of air [1].");
    private static readonly RewardInput Padded = Grounded with { Answer = $"{Grounded.Answer} {Grounded.Answer} {Grounded.Answer}" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-reward-model-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_shipped_model_prefers_an_answer_to_the_same_said_three_times()
    {
        using var model = new OnnxRewardModel();

        var rewards = await model.ScoreAsync([Grounded, Padded], TestContext.Current.CancellationToken);

        Assert.All(rewards, r => Assert.Equal(5, r.Members.Count));
        Assert.True(rewards[0].Mean.LogOdds > rewards[1].Mean.LogOdds + 0.1, $"{rewards[0].Mean} against {rewards[1].Mean}");
    }

    [Fact]
    public async Task An_answers_reward_does_not_depend_on_the_batch()
    {
        using var model = new OnnxRewardModel();
        var alone = (await model.ScoreAsync([Padded], TestContext.Current.CancellationToken))[0];

        var rewards = await model.ScoreAsync([.. Enumerable.Range(0, 600).Select(i => i == 599 ? Padded : Grounded)], TestContext.Current.CancellationToken);

        Assert.Equal(600, rewards.Count);
        Assert.Equal(alone.Mean.LogOdds, rewards[599].Mean.LogOdds, 1e-4);
    }

    [Fact]
    public async Task Nothing_is_scored_as_nothing()
    {
        using var model = new OnnxRewardModel();

        Assert.Empty(await model.ScoreAsync([], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_shipped_model_says_what_it_was_fitted_to_and_how_good_it_is()
    {
        using var model = new OnnxRewardModel();

        Assert.Equal(("reward", RewardFeatures.Version), (model.Manifest.Kind, model.Manifest.Features));
        Assert.Equal(64, Assert.Single(model.Manifest.Data).Sha256.Length);
        Assert.StartsWith("webqa train reward --data ", model.Manifest.MadeBy, StringComparison.Ordinal);
        Assert.InRange(model.Manifest.Metrics["accuracy_macro"], 55, 80);
        Assert.Matches("^webqa-reward-[0-9a-f]{8}@[0-9a-f]{12}$", model.Name);
    }

    [Fact]
    public async Task A_model_of_other_features_is_refused_with_the_command_that_makes_a_new_one()
    {
        CopyShipped();
        var manifest = Path.Combine(_folder.FullName, "model.json");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken)).Replace("\"reward-1\"", "\"reward-0\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        using var model = new OnnxRewardModel(_folder.FullName);

        var e = await Assert.ThrowsAsync<ModelFolderException>(() => model.ScoreAsync([Grounded], TestContext.Current.CancellationToken));

        Assert.Equal(
            $"The model in '{_folder.FullName}' cannot be used: it was fitted to features 'reward-0', and this version computes 'reward-1'. Fit it again: 'webqa train reward --data COMPARISONS.jsonl --out FOLDER'.",
            e.Message);
    }

    [Fact]
    public void A_folder_that_is_no_model_is_never_written_over()
    {
        var precious = Path.Combine(_folder.FullName, "thesis.txt");
        File.WriteAllText(precious, "all of it");

        var e = Assert.Throws<IOException>(() => ModelFolderWriter.RefuseOtherFolder(_folder.FullName));

        Assert.Equal($"'{_folder.FullName}' is there and is no model folder, so it is left as it is. Name another folder.", e.Message);
    }

    [Fact]
    public void A_folder_that_was_written_opens_and_takes_the_place_of_the_model_before()
    {
        CopyShipped();
        var manifest = ModelFolder.ReadManifest(_folder.FullName) with { Version = "2" };

        ModelFolderWriter.Write(_folder.FullName, manifest, [1, 2, 3], "# card");

        var folder = ModelFolder.Open(_folder.FullName, "reward");
        Assert.Equal("2", folder.Manifest.Version);
        Assert.Equal(new ModelFile("model.onnx", 3, "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"), Assert.Single(folder.Manifest.Files));
        Assert.Equal(["README.md", "model.json", "model.onnx"], _folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    private void CopyShipped()
    {
        foreach (var file in Directory.EnumerateFiles(OnnxRewardModel.ShippedFolder))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }
}
