using WebQA.Cli.Output;
using WebQA.Runs.Batches;

namespace WebQA.Cli.Hosting;

/// <summary>Writes how far a batch is: the first line, the last, and one every few seconds between.</summary>
internal sealed class BatchProgressLines(TextWriter writer, TimeProvider clock) : IProgress<BatchProgress>
{
    private const int QuestionLength = 60;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private long? _said;

    /// <inheritdoc/>
    public void Report(BatchProgress value)
    {
        lock (_lock)
        {
            if (value.Done < value.Total && _said is { } said && clock.GetElapsedTime(said) < BetweenLines)
            {
                return;
            }
            _said = clock.GetTimestamp();
            writer.WriteLine($"{value.Done} of {value.Total}, {value.Answered} answered  {TerminalText.Line(value.LastQuestion, QuestionLength)}".TrimEnd());
        }
    }
}
