using Microsoft.ML.OnnxRuntime;
using WebQA.Trainer.Fitting;

namespace WebQA.Trainer.Tests.Export;

[Collection(TorchCollection.Name)]
public sealed class RewardOnnxTests : IDisposable
{
    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("webqa-onnx-");

    public void Dispose() => _work.Delete(recursive: true);

    [Fact]
    public void The_exported_model_gives_the_trainers_rewards_on_a_thousand_answers()
    {
        var options = new FitOptions { Members = 3, Epochs = 8, Hidden = 16 };
        var fit = new RewardTraining(SyntheticWorld.Create(1_000, seed: 1), options, _work.FullName).Run(static _ => { }, TestContext.Current.CancellationToken);
        var random = new Random(5);
        // Some far out, so that the cut of standardised features is part of what is compared.
        float[][] answers = [.. Enumerable.Range(0, 1_000).Select(i => SyntheticWorld.Answer(random).Select(x => i % 10 == 0 ? x * 20 : x).ToArray())];

        var exported = Run(fit.ToOnnx(), answers);

        using var features = fit.Scale.Apply(answers);
        for (var m = 0; m < fit.Members.Count; m++)
        {
            var rewards = (fit.Members[m].Score.forward(features) / fit.Temperature).data<float>().ToArray();
            Assert.All(rewards.Select((r, i) => (Expected: r, Actual: exported[(i * fit.Members.Count) + m])), r =>
                Assert.True(Math.Abs(r.Expected - r.Actual) <= 1e-4 * (1 + Math.Abs(r.Expected)), $"{r.Expected} became {r.Actual}."));
        }
    }

    private static float[] Run(byte[] model, float[][] answers)
    {
        using var session = new InferenceSession(model);
        using var input = OrtValue.CreateTensorValueFromMemory<float>(answers.SelectMany(a => a).ToArray(), [answers.Length, SyntheticWorld.Features]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, ["features"], [input], ["rewards"]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
