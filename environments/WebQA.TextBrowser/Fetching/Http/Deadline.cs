namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>The time that is left for a page.</summary>
internal sealed class Deadline(TimeProvider clock, TimeSpan total)
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>Zero or less once it has passed.</summary>
    public TimeSpan Left => total - clock.GetElapsedTime(_started);
}
