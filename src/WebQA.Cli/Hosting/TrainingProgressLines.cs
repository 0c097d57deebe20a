using System.Text.Json;

namespace WebQA.Cli.Hosting;

/// <summary>A fit as lines a person can follow: each network's epochs with both losses, and what it ended with.</summary>
internal sealed class TrainingProgressLines(TextWriter error)
{
    private readonly List<long> _seeds = [];

    /// <summary>Writes what a line of the trainer says.</summary>
    public void Write(JsonElement line)
    {
        if (line.GetProperty("event").GetString() == "epoch")
        {
            var seed = line.GetProperty("seed").GetInt64();
            if (!_seeds.Contains(seed))
            {
                _seeds.Add(seed);
            }
            error.WriteLine($"network {_seeds.Count}, epoch {line.GetProperty("epoch").GetInt32()}: loss {line.GetProperty("training_loss").GetDouble():0.0000}, held back {line.GetProperty("validation_loss").GetDouble():0.0000} (best at epoch {line.GetProperty("best_epoch").GetInt32()})");
        }
        else
        {
            error.WriteLine($"{line.GetProperty("members").GetInt32()} networks fitted, temperature {line.GetProperty("temperature").GetDouble():0.00}");
        }
    }
}
