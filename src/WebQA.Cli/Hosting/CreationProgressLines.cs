using WebQA.TextBrowser.Environments.Creation;

namespace WebQA.Cli.Hosting;

/// <summary>Says every few seconds how far the making of an environment is.</summary>
internal sealed class CreationProgressLines(TextWriter output, TimeProvider clock) : IProgress<CreationProgress>
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    private long _said = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Report(CreationProgress value)
    {
        if (clock.GetElapsedTime(_said) < BetweenLines)
        {
            return;
        }
        _said = clock.GetTimestamp();
        var total = value.Total is { } all ? $" of {all} items" : string.Empty;
        output.WriteLine($"{value.Pages} pages, {value.Skipped} left out{total}, {value.Bytes / 1e6:0.0} MB");
    }
}
