using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Storage.Accounts;
using WebQA.Storage.Connections;

namespace WebQA.Storage.Tests;

/// <summary>The real store over a folder of its own, with a clock that stands still until it is moved.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    public TestStore(string? folder = null, Action<StorageOptions>? configure = null, TimeProvider? clock = null)
    {
        _ownsFolder = folder is null;
        Folder = new DataFolder(folder ?? Directory.CreateTempSubdirectory("webqa-store-").FullName);
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? Clock);
        services.AddStorage(Folder, options =>
        {
            options.MinFreeBytes = 0;
            options.LockWait = TimeSpan.FromMilliseconds(200);
            configure?.Invoke(options);
        });
        services.AddAccounts();
        _services = services.BuildServiceProvider();
    }

    public DataFolder Folder { get; }

    public FakeTimeProvider Clock { get; } = new(Noon);

    public IEpisodeStore Episodes => Get<IEpisodeStore>();

    public IPageArchive Archive => Get<IPageArchive>();

    public Database Database => Get<Database>();

    public static EpisodeSetup Setup(string id, string question = "Why do crows bring gifts?") =>
        new() { Id = id, Question = new Question("q", question), Environment = "mini-web", Policy = "ranking", Seed = 7 };

    public static StepTaken Step(int number, bool isQuote = false) => new()
    {
        Number = number,
        Command = isQuote ? "Quote: Crows remember faces." : "Search crows",
        Result = StepResult.Ok,
        ObservationSha256 = new string('a', 64),
        PageSha256 = new string('b', 64),
        QuoteStart = isQuote ? 0 : null,
        QuoteLength = isQuote ? 21 : null,
    };

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>What lives as long as one request.</summary>
    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public object? Scalar(string sql)
    {
        using var statements = new Statements(Database.Open(Durability.Normal));
        return statements.Scalar(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(Folder.Root, recursive: true);
        }
    }
}
