using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Search;

namespace WebQA.Cli.Hosting;

/// <summary>Waits until an environment's searches give what they will always give, so that the same seed gives the same answer.</summary>
internal sealed class SearchReadiness(TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Waits for the index, and says how far it is where that takes longer than a moment.</summary>
    /// <param name="environment">What will be searched.</param>
    /// <param name="progress">Takes a line every few seconds.</param>
    /// <param name="patience">Longest wait for the vectors once the words are indexed; null for as long as it takes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitAsync(WebEnvironment environment, TextWriter progress, TimeSpan? patience, CancellationToken cancellationToken)
    {
        environment.StartPreparing();
        return WaitAsync(environment.WaitUntilReadyAsync(cancellationToken), () => environment.SearchStatus, progress, patience, cancellationToken);
    }

    /// <summary>The same for an index that belongs to no environment, for as long as it takes.</summary>
    public Task WaitAsync(IPreparedSearchEngine engine, TextWriter progress, CancellationToken cancellationToken) =>
        WaitAsync(engine.WaitUntilReadyAsync(cancellationToken), () => engine.Status, progress, patience: null, cancellationToken);

    /// <summary>The same for work on an environment's index that is under way.</summary>
    public Task WaitAsync(Task work, WebEnvironment environment, TextWriter progress, CancellationToken cancellationToken) =>
        WaitAsync(work, () => environment.SearchStatus, progress, patience: null, cancellationToken);

    private async Task WaitAsync(Task ready, Func<IndexStatus> statusNow, TextWriter progress, TimeSpan? patience, CancellationToken cancellationToken)
    {
        var said = clock.GetTimestamp();
        long? wordsReady = null;
        while (await Task.WhenAny(ready, Task.Delay(Look, clock, cancellationToken)) != ready)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var status = statusNow();
            wordsReady ??= status.State == IndexState.MakingVectors ? clock.GetTimestamp() : null;
            if (patience is { } longest && wordsReady is { } since && clock.GetElapsedTime(since) > longest)
            {
                await progress.WriteLineAsync($"{Say(status)}; until they are there, searches go by words alone, and the same question may be answered otherwise later.");
                return;
            }
            if (clock.GetElapsedTime(said) > BetweenLines)
            {
                said = clock.GetTimestamp();
                await progress.WriteLineAsync(Say(status));
            }
        }
        await ready;
    }

    private static string Say(IndexStatus status) => status.State switch
    {
        IndexState.ReadingPages => $"First start: reading the pages of this web, {status.Done} of {status.Total}",
        IndexState.MakingVectors => $"First start: making the vectors of its passages, {status.Done} of {status.Total}",
        _ => "Preparing the search",
    };
}
