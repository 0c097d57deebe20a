using TorchSharp.Modules;
using static TorchSharp.torch;

namespace WebQA.Trainer.Networks;

/// <summary>A score of features: a line through them, and beside it a small network that starts at 0, so that training begins with the line.</summary>
internal sealed class ScoreNetwork : nn.Module<Tensor, Tensor>
{
    /// <summary>Standardised features are cut here, so that an odd answer cannot run away with the reward.</summary>
    public const double Clip = 4;

    private readonly Linear _line;
    private readonly Linear _hidden;
    private readonly Dropout _dropout;
    private readonly Linear _out;

    /// <param name="features">Features an answer.</param>
    /// <param name="hidden">Hidden units.</param>
    /// <param name="dropout">Share of hidden units left out in training.</param>
    public ScoreNetwork(int features, int hidden, double dropout)
        : base(nameof(ScoreNetwork))
    {
        _line = nn.Linear(features, 1, hasBias: false);
        _hidden = nn.Linear(features, hidden);
        _dropout = nn.Dropout(dropout);
        _out = nn.Linear(hidden, 1, hasBias: false);
        nn.init.zeros_(_line.weight!);
        nn.init.zeros_(_out.weight!);
        RegisterComponents();
    }

    /// <summary>Scores, an element an answer.</summary>
    /// <param name="input">Standardised features, a row an answer.</param>
    public override Tensor forward(Tensor input)
    {
        var x = input.clamp(-Clip, Clip);
        return (_line.forward(x) + _out.forward(_dropout.forward(nn.functional.gelu(_hidden.forward(x))))).squeeze(-1);
    }

    /// <summary>The weights by name, for the exporter.</summary>
    public IReadOnlyDictionary<string, float[]> Weights() =>
        state_dict().ToDictionary(static p => p.Key, static p => p.Value.detach().contiguous().data<float>().ToArray(), StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _line.Dispose();
            _hidden.Dispose();
            _dropout.Dispose();
            _out.Dispose();
        }
        base.Dispose(disposing);
    }
}
