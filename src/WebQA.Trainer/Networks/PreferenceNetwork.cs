using TorchSharp.Modules;
using static TorchSharp.torch;

namespace WebQA.Trainer.Networks;

/// <summary>What is fitted to comparisons: the score, and numbers that take up a labeler's habits in training and are left out afterwards.</summary>
internal sealed class PreferenceNetwork : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor>
{
    private readonly Parameter _first = new(zeros(1));
    private readonly Parameter _longer = new(zeros(1));

    /// <param name="score">The score of an answer, which is all that is kept.</param>
    public PreferenceNetwork(ScoreNetwork score)
        : base(nameof(PreferenceNetwork))
    {
        Score = score;
        RegisterComponents();
    }

    /// <summary>The score of an answer.</summary>
    public ScoreNetwork Score { get; }

    /// <summary>ln ν of <see cref="Losses.PreferenceLosses.Davidson"/>; not used by other losses.</summary>
    public Parameter LogNu { get; } = new(zeros(1));

    /// <summary>The numbers beside the score.</summary>
    public IReadOnlyList<Parameter> Habits => [_first, _longer, LogNu];

    /// <summary>How much being shown first is worth, in log-odds.</summary>
    public float FirstBias => _first.item<float>();

    /// <summary>How much being longer is worth, in log-odds at one unit of length and more (it levels off by tanh).</summary>
    public float LengthBias => _longer.item<float>();

    /// <summary>Log-odds that A is preferred, habits included.</summary>
    /// <param name="a">Standardised features of A, a row a pair.</param>
    /// <param name="b">Of B.</param>
    /// <param name="position">1 where A was shown first, -1 where B was, 0 where not known or the term is off.</param>
    /// <param name="longer">How much longer A is; 0 where the term is off.</param>
    public override Tensor forward(Tensor a, Tensor b, Tensor position, Tensor longer) =>
        Score.forward(a) - Score.forward(b) + (_first * position) + (_longer * longer.tanh());

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Score.Dispose();
            _first.Dispose();
            _longer.Dispose();
            LogNu.Dispose();
        }
        base.Dispose(disposing);
    }
}
