using System.Text.Json;
using TorchSharp.Modules;
using WebQA.Trainer.Networks;

namespace WebQA.Trainer.Fitting;

/// <summary>The state of a fit on disk, an epoch at a time. A state appears whole, by the renaming of its folder, or not at all.</summary>
/// <param name="path">A folder of one member's own.</param>
internal sealed class CheckpointFolder(string path)
{
    private const string Latest = "latest";
    private const string Before = "before";

    /// <summary>Puts the last state into network, optimizer and average; null where there is none.</summary>
    public FitState? Load(PreferenceNetwork network, OptimizerHelper optimizer, MovingAverage average)
    {
        var folder = Path.Combine(path, Latest);
        if (!Directory.Exists(folder) && Directory.Exists(Path.Combine(path, Before)))
        {
            // A process that died between the two renamings of Save left only the state before.
            Directory.Move(Path.Combine(path, Before), folder);
        }
        if (!Directory.Exists(folder))
        {
            return null;
        }
        network.load(Path.Combine(folder, "weights.dat"));
        optimizer.load_state_dict(Path.Combine(folder, "optimizer.dat"));
        WeightFile.Read(Path.Combine(folder, "average.dat"), average.Values);
        return JsonSerializer.Deserialize<FitState>(File.ReadAllText(Path.Combine(folder, "state.json")));
    }

    /// <summary>Keeps the state after an epoch; where it is the best, its averaged weights are kept too.</summary>
    public void Save(FitState state, PreferenceNetwork network, OptimizerHelper optimizer, MovingAverage average)
    {
        var partial = Path.Combine(path, "partial");
        Remove(partial);
        Directory.CreateDirectory(partial);
        network.save(Path.Combine(partial, "weights.dat"));
        optimizer.save_state_dict(Path.Combine(partial, "optimizer.dat"));
        WeightFile.Write(Path.Combine(partial, "average.dat"), average.Values);
        if (state.BestEpoch == state.Epoch)
        {
            WeightFile.Write(Path.Combine(partial, "best.dat"), average.Values);
        }
        else
        {
            File.Copy(Path.Combine(path, Latest, "best.dat"), Path.Combine(partial, "best.dat"));
        }
        File.WriteAllText(Path.Combine(partial, "state.json"), JsonSerializer.Serialize(state));
        Replace(partial);
    }

    /// <summary>Puts the best averaged weights into the network.</summary>
    public void LoadBest(PreferenceNetwork network) => WeightFile.Read(Path.Combine(path, Latest, "best.dat"), network.state_dict());

    private void Replace(string partial)
    {
        var (latest, before) = (Path.Combine(path, Latest), Path.Combine(path, Before));
        if (Directory.Exists(latest))
        {
            Remove(before);
            Directory.Move(latest, before);
        }
        Directory.Move(partial, latest);
        Remove(before);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
