using WebQA.Trainer.Losses;
using static TorchSharp.torch;

namespace WebQA.Trainer.Tests.Losses;

/// <summary>In double precision against feedback-vectors.json, values and gradients.</summary>
public sealed class PreferenceLossTests
{
    private static readonly double[] Outcomes = [1, 0.5, 0];

    [Theory]
    [InlineData("hard d=0", 1, 0)]
    [InlineData("hard d=1", 1, 1)]
    [InlineData("hard d=-1", 1, -1)]
    [InlineData("hard d=2", 1, 2)]
    [InlineData("hard d=5", 1, 5)]
    [InlineData("hard d=40", 1, 40)]
    [InlineData("hard d=-40", 1, -40)]
    [InlineData("soft y=0.5 d=0", 0.5, 0)]
    [InlineData("soft y=0.5 d=1", 0.5, 1)]
    [InlineData("soft y=0.5 d=-1", 0.5, -1)]
    [InlineData("soft y=0.75 d=1", 0.75, 1)]
    [InlineData("soft y=0.9 d=2", 0.9, 2)]
    public void Soft_bradley_terry_equals_the_vectors(string name, double y, double d) =>
        Assert.Equal(Vectors.Losses(name).GetDouble(), Value(PreferenceLosses.SoftBradleyTerry(Of(d), Of(y))), 1e-12);

    [Theory]
    [InlineData("margin m=1.0000 d=1", 1, 1)]
    [InlineData("margin m=1.0000 d=2", 1, 2)]
    [InlineData("margin m=3.0000 d=1", 3, 1)]
    [InlineData("margin m=0.3333 d=0.5", 1 / 3.0, 0.5)]
    public void Margins_equal_the_vectors(string name, double margin, double d) =>
        Assert.Equal(Vectors.Losses(name).GetDouble(), Value(PreferenceLosses.Margin(Of(d), Of(margin))), 1e-12);

    [Theory]
    [InlineData(0, 1, "ri=0 rj=0 nu=1")]
    [InlineData(1, 1, "ri=1 rj=0 nu=1")]
    [InlineData(1, 0.5, "ri=1 rj=0 nu=0.5")]
    [InlineData(2, 2, "ri=2 rj=0 nu=2")]
    public void Davidson_equals_the_vectors(double d, double nu, string name) =>
        Equal(Vectors.List($"Davidson {name} nll(win,tie,loss)"), y => PreferenceLosses.Davidson(Of(d), y, Of(Math.Log(nu))));

    [Theory]
    [InlineData(0, 0.5, "d=0 eta=0.5")]
    [InlineData(1, 0.5, "d=1 eta=0.5")]
    [InlineData(2, 1, "d=2 eta=1")]
    public void Rao_and_kupper_equals_the_vectors(double d, double eta, string name) =>
        Equal(Vectors.List($"RaoKupper {name} nll"), y => PreferenceLosses.RaoKupper(Of(d), y, Of(eta)));

    [Fact]
    public void Pulls_on_the_size_of_rewards_equal_the_vectors()
    {
        var pair = Value(PreferenceLosses.SoftBradleyTerry(Of(1), Of(1)));

        Assert.Equal(Vectors.Losses("OA l2 (.001) pos=1 neg=0").GetDouble(), pair + Value(PreferenceLosses.SmallRewards(Of(1), Of(0), 0.001)), 1e-12);
        Assert.Equal(Vectors.Losses("TRL center(.01) rc=1 rr=0").GetDouble(), pair + Value(PreferenceLosses.CentredRewards(Of(1), Of(0), 0.01)), 1e-12);
    }

    [Fact]
    public void Gradients_equal_the_vectors()
    {
        Assert.Equal(Vectors.Losses("grad soft dL/dd = sigma(d)-y: y=.5,d=1").GetDouble(), Gradient(d => PreferenceLosses.SoftBradleyTerry(d, Of(0.5)), 1), 1e-12);
        foreach (var (name, loss) in new (string, Func<Tensor, Tensor, Tensor>)[]
        {
            ("Davidson d=1 nu=1 dNLL/dd (win,tie,loss)", (d, y) => PreferenceLosses.Davidson(d, y, Of(0))),
            ("Davidson d=1 nu=0.5 dNLL/dd (win,tie,loss)", (d, y) => PreferenceLosses.Davidson(d, y, Of(Math.Log(0.5)))),
            ("RaoKupper d=1 eta=.5 dNLL/dd", (d, y) => PreferenceLosses.RaoKupper(d, y, Of(0.5))),
        })
        {
            Assert.Equal(Vectors.List(name), Outcomes.Select(y => Gradient(d => loss(d, Of(y)), 1)), (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }

    [Theory]
    [InlineData(-3.0)]
    [InlineData(-0.2)]
    [InlineData(0.0)]
    [InlineData(1.7)]
    [InlineData(30.0)]
    public void Gradients_equal_finite_differences(double at)
    {
        const double Step = 1e-5;
        foreach (var y in Outcomes)
        {
            foreach (var loss in new Func<Tensor, Tensor>[]
            {
                d => PreferenceLosses.SoftBradleyTerry(d, Of(y)), d => PreferenceLosses.Davidson(d, Of(y), Of(0.3)), d => PreferenceLosses.RaoKupper(d, Of(y), Of(0.4)),
            })
            {
                var difference = (Value(loss(Of(at + Step))) - Value(loss(Of(at - Step)))) / (2 * Step);
                Assert.Equal(difference, Gradient(loss, at), 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(-40.0)]
    [InlineData(0.7)]
    [InlineData(40.0)]
    public void A_tie_costs_the_same_from_both_sides(double d)
    {
        Assert.Equal(Value(PreferenceLosses.SoftBradleyTerry(Of(d), Of(0.5))), Value(PreferenceLosses.SoftBradleyTerry(Of(-d), Of(0.5))), 1e-12);
        Assert.Equal(Value(PreferenceLosses.Davidson(Of(d), Of(0.5), Of(0.2))), Value(PreferenceLosses.Davidson(Of(-d), Of(0.5), Of(0.2))), 1e-12);
        Assert.Equal(Value(PreferenceLosses.RaoKupper(Of(d), Of(0.5), Of(0.4))), Value(PreferenceLosses.RaoKupper(Of(-d), Of(0.5), Of(0.4))), 1e-12);
    }

    private static void Equal(double[] expected, Func<Tensor, Tensor> loss) =>
        Assert.Equal(expected, Outcomes.Select(y => Value(loss(Of(y)))), (a, b) => Math.Abs(a - b) < 1e-9);

    private static double Gradient(Func<Tensor, Tensor> loss, double at)
    {
        var d = tensor([at], ScalarType.Float64, requires_grad: true);
        loss(d).sum().backward();
        return d.grad!.item<double>();
    }

    private static Tensor Of(double value) => tensor([value], ScalarType.Float64);

    private static double Value(Tensor value) => value.item<double>();
}
