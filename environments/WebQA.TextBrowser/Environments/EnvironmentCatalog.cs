using Microsoft.Extensions.Logging;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.TextBrowser.Fetching;
using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Environments;

/// <summary>Finds the environments: every folder with an <c>environment.json</c> beside the application and in the folders of the settings, those that need no network first.</summary>
/// <remarks>Folders are read at the first use. A broken one is named in <see cref="Faults"/> and in the log, and does not touch the others. Thread-safe.</remarks>
public sealed partial class EnvironmentCatalog : IEnvironmentCatalog, IAsyncDisposable
{
    private readonly TextBrowserOptions _options;
    private readonly EnvironmentParts _parts;
    private readonly ILogger _logger;
    private readonly Lazy<Found> _found;

    private sealed record Entry(EnvironmentInfo Info, bool IsLive, Lazy<OpenedEnvironment> Web);

    private sealed record Found(IReadOnlyList<Entry> Entries, IReadOnlyDictionary<string, EnvironmentFolderException> Faults);

    /// <summary>Creates a catalogue; no folder is read yet.</summary>
    public EnvironmentCatalog(TextBrowserOptions options, EnvironmentParts parts, ILoggerFactory loggers)
    {
        (_options, _parts, _logger) = (options, parts, loggers.CreateLogger<EnvironmentCatalog>());
        _found = new(() => FindAll(loggers));
    }

    /// <inheritdoc/>
    public IReadOnlyList<EnvironmentInfo> Environments => [.. _found.Value.Entries.Select(e => e.Info)];

    /// <summary>What is wrong with the folders that cannot be used.</summary>
    public IReadOnlyList<EnvironmentFolderException> Faults => [.. _found.Value.Faults.Values];

    /// <inheritdoc/>
    /// <exception cref="EnvironmentFolderException">There is a folder of that name, but it is broken.</exception>
    public IEnvironment Get(string name) => GetWeb(name);

    /// <summary>The same, with what hosts show of it: description and how far its index is.</summary>
    /// <exception cref="UnknownNameException">There is no such environment; the message lists those there are.</exception>
    /// <exception cref="EnvironmentFolderException">There is a folder of that name, but it is broken.</exception>
    public WebEnvironment GetWeb(string name) => Find(name).Web.Value.Environment;

    /// <summary>Makes the vectors of an environment's passages and writes them to a file; as <c>passages.vectors</c> in the environment's folder they make its first start instant.</summary>
    /// <exception cref="UnknownNameException">There is no such environment; the message lists those there are.</exception>
    /// <exception cref="EnvironmentFolderException">There is a folder of that name, but it is broken.</exception>
    /// <exception cref="SearchFailedException">The index could not be made; the message says why and what to do.</exception>
    public Task ExportVectorsAsync(string name, string file, CancellationToken cancellationToken = default) => IndexOf(name).ExportVectorsAsync(file, cancellationToken);

    /// <summary>Makes the vectors of an environment's passages however many they are; what was made before is kept. <see cref="WebEnvironment.SearchStatus"/> says how far it is.</summary>
    /// <exception cref="UnknownNameException">There is no such environment; the message lists those there are.</exception>
    /// <exception cref="EnvironmentFolderException">There is a folder of that name, but it is broken.</exception>
    /// <exception cref="SearchFailedException">They could not be made; the message says why and what to do.</exception>
    public Task MakeVectorsAsync(string name, CancellationToken cancellationToken = default) => IndexOf(name).MakeVectorsAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_found.IsValueCreated)
        {
            foreach (var entry in _found.Value.Entries.Where(e => e.Web.IsValueCreated))
            {
                await entry.Web.Value.DisposeAsync();
            }
        }
    }

    private LocalSearchEngine IndexOf(string name) => Find(name).Web.Value.Index
        ?? throw new SearchFailedException($"The environment '{name}' has no engine 'local', so it has no passages and no vectors.");

    private Entry Find(string name)
    {
        var found = _found.Value;
        if (found.Entries.FirstOrDefault(e => e.Info.Name == name) is { } entry)
        {
            return entry;
        }
        throw found.Faults.TryGetValue(name, out var fault)
            ? new EnvironmentFolderException(fault.File, fault.Faults, fault)
            : new UnknownNameException("environment", name, found.Entries.Select(e => e.Info.Name));
    }

    private Found FindAll(ILoggerFactory loggers)
    {
        var entries = new List<Entry>();
        var faults = new Dictionary<string, EnvironmentFolderException>(StringComparer.Ordinal);
        foreach (var folder in _options.EnvironmentFolders.Where(Directory.Exists)
            .SelectMany(static f => Directory.EnumerateDirectories(f).Order(StringComparer.Ordinal))
            .Where(static f => !Path.GetFileName(f).StartsWith('.') && File.Exists(Path.Combine(f, EnvironmentDefinitionReader.FileName))))
        {
            try
            {
                var entry = Read(folder, loggers);
                if (entries.Exists(e => e.Info.Name == entry.Info.Name))
                {
                    throw new EnvironmentFolderException(
                        Path.Combine(folder, EnvironmentDefinitionReader.FileName), [$"There is another environment '{entry.Info.Name}'; rename one of them, folder and 'name'."]);
                }
                entries.Add(entry);
            }
            catch (EnvironmentFolderException e)
            {
                faults.TryAdd(Path.GetFileName(folder), e);
                LogBroken(_logger, e.Message);
            }
        }
        // The first is the default, and that must answer without a network.
        return new Found([.. entries.OrderBy(static e => e.IsLive)], faults);
    }

    private Entry Read(string folder, ILoggerFactory loggers)
    {
        var definition = EnvironmentDefinitionReader.Read(folder);
        var file = Path.Combine(folder, EnvironmentDefinitionReader.FileName);
        try
        {
            var pages = definition.PagesFolder is { } place ? FolderPages.List(place) : FolderPages.None;
            var info = new EnvironmentInfo(definition.Name, EnvironmentHash.Of(file, pages), definition.Title);
            return new Entry(info, definition.IsLive, new(() => OpenedEnvironment.Open(info, definition, pages, folder, _options, _parts, loggers)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new EnvironmentFolderException(file, [$"Its pages cannot be read: {e.Message}"], e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Message}")]
    private static partial void LogBroken(ILogger logger, string message);
}
