namespace WebQA.TestBrowser;

/// <summary>A lock that the processes of this machine share, so that several test projects do not install the same thing at once.</summary>
public sealed class MachineLock : IDisposable
{
    private readonly FileStream _file;

    private MachineLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock.</summary>
    /// <param name="name">A file name; it is created in the folder for temporary files and stays there.</param>
    /// <param name="limit">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">Another process holds the lock for longer than <paramref name="limit"/>.</exception>
    public static async Task<MachineLock> TakeAsync(string name, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(Path.GetTempPath(), name);
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new MachineLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(start) < limit)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
            catch (IOException error)
            {
                throw new TimeoutException($"Another process has held the lock '{path}' for {limit.TotalMinutes:0} minutes. End it, or delete the file.", error);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
