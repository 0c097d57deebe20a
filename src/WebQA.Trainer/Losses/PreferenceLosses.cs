using static TorchSharp.torch;

namespace WebQA.Trainer.Losses;

/// <summary>Losses of comparisons, an element a pair, in nats. <c>d</c> is the reward of A less that of B; <c>y</c> is 1 where A is preferred, 0 where B is, ½ for a tie.</summary>
/// <remarks>All are written in softplus, so that no difference overflows.</remarks>
public static class PreferenceLosses
{
    /// <summary>Bradley-Terry with soft labels (WebGPT §3.2: ties as ½): -[y ln σ(d) + (1-y) ln σ(-d)]. Its gradient is σ(d) - y.</summary>
    public static Tensor SoftBradleyTerry(Tensor d, Tensor y) => (y * nn.functional.softplus(-d)) + ((1 - y) * nn.functional.softplus(d));

    /// <summary>Bradley-Terry with a margin for strong preferences (Llama 2): softplus(-(d - m)). Never for ties.</summary>
    public static Tensor Margin(Tensor d, Tensor margin) => nn.functional.softplus(margin - d);

    /// <summary>Davidson 1970: ties have a chance of their own, ν e^((rA+rB)/2) beside e^rA and e^rB.</summary>
    /// <param name="d">Reward of A less that of B.</param>
    /// <param name="y">1, ½ or 0.</param>
    /// <param name="logNu">ln ν, a learned number.</param>
    public static Tensor Davidson(Tensor d, Tensor y, Tensor logNu)
    {
        var logits = stack([d / 2, logNu.expand_as(d), -d / 2], dim: -1);
        var outcome = (2 * (1 - y)).to_type(ScalarType.Int64).unsqueeze(-1); // 1 is the first, ½ the second, 0 the third.
        return -nn.functional.log_softmax(logits, dim: -1).gather(-1, outcome).squeeze(-1);
    }

    /// <summary>Rao and Kupper 1967: A wins beyond a threshold η above 0, B below -η, and between is a tie.</summary>
    /// <param name="d">Reward of A less that of B.</param>
    /// <param name="y">1, ½ or 0.</param>
    /// <param name="eta">The threshold.</param>
    public static Tensor RaoKupper(Tensor d, Tensor y, Tensor eta)
    {
        var (win, loss) = (nn.functional.softplus(eta - d), nn.functional.softplus(eta + d));
        var tie = win + loss - log(expm1(2 * eta));
        return where(y > 0.75, win, where(y < 0.25, loss, tie));
    }

    /// <summary>A pull towards small rewards: β/2 (rA² + rB²).</summary>
    public static Tensor SmallRewards(Tensor a, Tensor b, double beta) => beta / 2 * (a.square() + b.square());

    /// <summary>A pull towards rewards around 0: c (rA + rB)².</summary>
    public static Tensor CentredRewards(Tensor a, Tensor b, double weight) => weight * (a + b).square();
}
