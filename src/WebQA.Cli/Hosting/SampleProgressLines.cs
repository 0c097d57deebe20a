using WebQA.Cli.Output;
using WebQA.Runs.BestOfN;

namespace WebQA.Cli.Hosting;

/// <summary>A line a sample that has ended.</summary>
internal sealed class SampleProgressLines(TextWriter output, int count) : IProgress<SampleEnded>
{
    private int _ended;

    public void Report(SampleEnded value)
    {
        lock (output)
        {
            output.WriteLine($"Sample {value.Sample + 1}: {OutcomeText.Of(value.Outcome)} ({++_ended} of {count}, episode {value.EpisodeId})");
        }
    }
}
