using WebQA.Trainer.Fitting;
using WebQA.Trainer.Networks;

namespace WebQA.Trainer.Export;

/// <summary>An ensemble of scores as one ONNX model: features as they are in, standardised within, a reward a member out, in log-odds.</summary>
internal static class RewardOnnx
{
    /// <summary>Name of the input: features, a row an answer.</summary>
    public const string Input = "features";

    /// <summary>Name of the output: rewards, a row an answer, a column a member.</summary>
    public const string Output = "rewards";

    /// <summary>Builds the model.</summary>
    /// <param name="members">The networks.</param>
    /// <param name="scale">Of the features.</param>
    /// <param name="temperature">What log-odds are divided by, so that they are as sure as they should be.</param>
    public static byte[] Build(IReadOnlyList<ScoreNetwork> members, FeatureScale scale, double temperature)
    {
        var width = scale.Mean.Length;
        var graph = new OnnxGraph("reward").Input(Input, width).Output(Output, members.Count)
            .Constant("mean", [width], scale.Mean).Constant("spread", [width], scale.Spread)
            .Constant("low", [], [(float)-ScoreNetwork.Clip]).Constant("high", [], [(float)ScoreNetwork.Clip])
            .Constant("half", [], [0.5f]).Constant("one", [], [1f]).Constant("root_half", [], [0.70710678f])
            .Constant("temperature", [], [(float)temperature])
            .Node("Sub", [Input, "mean"], "centred").Node("Div", ["centred", "spread"], "standard").Node("Clip", ["standard", "low", "high"], "x");
        string[] scores = [.. members.Select((member, m) => Add(graph, member, m, width))];
        graph.Node("Concat", scores, "scores", ("axis", 1)).Node("Div", ["scores", "temperature"], Output);
        return graph.Build();
    }

    private static string Add(OnnxGraph graph, ScoreNetwork member, int m, int width)
    {
        var weights = member.Weights();
        var hidden = weights["_hidden.bias"].Length;
        graph.Constant($"line{m}", [1, width], weights["_line.weight"])
            .Constant($"in{m}", [hidden, width], weights["_hidden.weight"]).Constant($"bias{m}", [hidden], weights["_hidden.bias"])
            .Constant($"out{m}", [1, hidden], weights["_out.weight"])
            .Node("Gemm", ["x", $"line{m}"], $"straight{m}", ("transB", 1))
            .Node("Gemm", ["x", $"in{m}", $"bias{m}"], $"h{m}", ("transB", 1))
            // GELU by its definition: h (1 + erf(h / √2)) / 2.
            .Node("Mul", [$"h{m}", "root_half"], $"scaled{m}").Node("Erf", [$"scaled{m}"], $"erf{m}").Node("Add", [$"erf{m}", "one"], $"gate{m}")
            .Node("Mul", [$"h{m}", $"gate{m}"], $"gated{m}").Node("Mul", [$"gated{m}", "half"], $"gelu{m}")
            .Node("Gemm", [$"gelu{m}", $"out{m}"], $"curved{m}", ("transB", 1))
            .Node("Add", [$"straight{m}", $"curved{m}"], $"score{m}");
        return $"score{m}";
    }
}
