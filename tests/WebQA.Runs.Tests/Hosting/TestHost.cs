using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.KillTarget.Doubles;
using WebQA.Runs.Hosting;
using WebQA.Storage;

namespace WebQA.Runs.Tests.Hosting;

/// <summary>The real store and host over a folder of its own, with the scripted web and policy; a second one on the same folder stands for a second process.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    public TestHost(
        string? folder = null, HostedBy hostedBy = HostedBy.Service, TimeSpan pause = default,
        Action<EpisodeHostOptions>? configure = null, Action<StorageOptions>? storage = null, Action<IServiceCollection>? services = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("webqa-runs-").FullName;
        var collection = new ServiceCollection();
        collection.AddStorage(new DataFolder(Folder), options =>
        {
            options.Lease = TimeSpan.FromMilliseconds(500);
            options.Poll = TimeSpan.FromMilliseconds(50);
            options.MinFreeBytes = 0;
            storage?.Invoke(options);
        });
        collection.AddRuns(hostedBy, options =>
        {
            options.Heartbeat = options.Reap = TimeSpan.FromMilliseconds(50);
            configure?.Invoke(options);
        });
        collection.AddSingleton<IEnvironmentCatalog>(provider => new ScriptedEnvironments(provider.GetRequiredService<IPageArchive>(), TimeProvider.System));
        collection.AddSingleton<IPolicyCatalog>(new ScriptedPolicies(pause, TimeProvider.System));
        services?.Invoke(collection);
        _services = collection.BuildServiceProvider();
    }

    public string Folder { get; }

    public EpisodeHost Host => Get<EpisodeHost>();

    public IEpisodeStore Store => Get<IEpisodeStore>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Waits until an episode has ended; a minute at most.</summary>
    public async Task<IReadOnlyList<StoredEvent>> EndOfAsync(string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var events = new List<StoredEvent>();
        await foreach (var stored in Host.WatchAsync(id, cancellationToken: limit.Token))
        {
            events.Add(stored);
        }
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
