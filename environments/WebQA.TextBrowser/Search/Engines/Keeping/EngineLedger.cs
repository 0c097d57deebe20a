using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines.Keeping;

/// <summary>What is remembered of engines across starts, in one SQLite file: results for a while, and how many requests each engine had in each month. Thread-safe; processes may share it.</summary>
/// <remarks>A search never fails because this file cannot be used: then nothing is remembered, and the log says so.</remarks>
public sealed partial class EngineLedger
{
    private readonly string _file;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Lazy<bool> _isReady;

    /// <summary>Nothing is opened before the first use.</summary>
    /// <param name="file">The database; made where it is missing, with its folder.</param>
    /// <param name="clock">Dates results and requests.</param>
    /// <param name="logger">Told where the file cannot be used.</param>
    public EngineLedger(string file, TimeProvider clock, ILogger<EngineLedger> logger)
    {
        (_file, _clock, _logger) = (file, clock, logger);
        _isReady = new(Prepare);
    }

    /// <summary>The results kept under a key that are younger than <paramref name="age"/>; null where there are none.</summary>
    public IReadOnlyList<SearchResult>? FindResults(string key, TimeSpan age) => Use(
        "SELECT results FROM results WHERE key = $key AND at > $at",
        command => command.ExecuteScalar() is string json ? JsonSerializer.Deserialize<SearchResult[]>(json) : null,
        ("$key", key), ("$at", (_clock.GetUtcNow() - age).ToUnixTimeSeconds()));

    /// <summary>Keeps results under a key.</summary>
    public void KeepResults(string key, IReadOnlyList<SearchResult> results) => Use(
        "INSERT INTO results (key, at, results) VALUES ($key, $at, $results) ON CONFLICT (key) DO UPDATE SET at = excluded.at, results = excluded.results",
        static command => command.ExecuteNonQuery(),
        ("$key", key), ("$at", _clock.GetUtcNow().ToUnixTimeSeconds()), ("$results", JsonSerializer.Serialize(results)));

    /// <summary>Counts one request to an engine in this month (UTC).</summary>
    public void CountRequest(string engine) => Use(
        "INSERT INTO requests (engine, month, count) VALUES ($engine, $month, 1) ON CONFLICT (engine, month) DO UPDATE SET count = count + 1",
        static command => command.ExecuteNonQuery(),
        ("$engine", engine), ("$month", _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)));

    /// <summary>The requests of each engine and month, newest month first.</summary>
    public IReadOnlyList<EngineUse> Uses() => Use("SELECT engine, month, count FROM requests ORDER BY month DESC, engine", static command =>
    {
        var uses = new List<EngineUse>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            uses.Add(new EngineUse(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        }
        return uses;
    }) ?? [];

    private T? Use<T>(string sql, Func<SqliteCommand, T> use, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_isReady.Value)
        {
            return default;
        }
        try
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }
            return use(command);
        }
        catch (Exception e) when (e is SqliteException or JsonException)
        {
            LogUnusable(_logger, _file, e.Message);
            return default;
        }
    }

    private bool Prepare()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                PRAGMA journal_mode = WAL;
                CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, at INTEGER NOT NULL, results TEXT NOT NULL) WITHOUT ROWID;
                CREATE TABLE IF NOT EXISTS requests (engine TEXT NOT NULL, month TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (engine, month)) WITHOUT ROWID;
                DELETE FROM results WHERE at < $old;
                """;
            command.Parameters.AddWithValue("$old", (_clock.GetUtcNow() - CachedEngine.Age).ToUnixTimeSeconds());
            command.ExecuteNonQuery();
            return true;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            LogUnusable(_logger, _file, e.Message);
            return false;
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, DefaultTimeout = 5 }.ConnectionString);
        connection.Open();
        return connection;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Results and requests of search engines are not kept, since '{File}' cannot be used: {Reason}")]
    private static partial void LogUnusable(ILogger logger, string file, string reason);
}

/// <summary>Requests to an engine in a month.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Month">Year and month in UTC, for example <c>2026-11</c>.</param>
/// <param name="Requests">How many, failed ones included.</param>
public sealed record EngineUse(string Engine, string Month, long Requests);
