using static TorchSharp.torch;

namespace WebQA.Trainer.Fitting;

/// <summary>The exponential moving average of a network's weights (WebGPT §3.2), which generalises better than the last step's.</summary>
internal sealed class MovingAverage : IDisposable
{
    private readonly Dictionary<string, Tensor> _weights;
    private readonly Dictionary<string, Tensor> _average;
    private readonly double _keep;

    /// <param name="network">Whose weights are followed.</param>
    /// <param name="keep">Share of the old mean kept at a step.</param>
    public MovingAverage(nn.Module network, double keep)
    {
        _keep = keep;
        _weights = network.state_dict();
        _average = _weights.ToDictionary(static p => p.Key, static p => p.Value.detach().clone(), StringComparer.Ordinal);
    }

    /// <summary>The averages by name; written to by checkpoints.</summary>
    public IReadOnlyDictionary<string, Tensor> Values => _average;

    /// <summary>Takes in the weights after a step.</summary>
    /// <param name="step">0-based; early on less is kept, so that the first weights do not linger.</param>
    public void Update(int step)
    {
        using var off = no_grad();
        var keep = Math.Min(_keep, (1.0 + step) / (10.0 + step));
        foreach (var (name, average) in _average)
        {
            average.mul_(keep).add_(_weights[name], 1 - keep);
        }
    }

    /// <summary>Computes something with the averages in the network's place.</summary>
    public T With<T>(Func<T> compute)
    {
        using var off = no_grad();
        var own = _weights.ToDictionary(static p => p.Key, static p => p.Value.detach().clone(), StringComparer.Ordinal);
        Put(_average);
        var result = compute();
        Put(own);
        foreach (var weight in own.Values)
        {
            weight.Dispose();
        }
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var average in _average.Values)
        {
            average.Dispose();
        }
    }

    private void Put(Dictionary<string, Tensor> values)
    {
        foreach (var (name, weight) in _weights)
        {
            weight.copy_(values[name]);
        }
    }
}
