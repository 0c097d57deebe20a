using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.TextBrowser.Fetching;

namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>What a run has taken and left out so far, a line an item, so that a killed run is gone on with where it stopped.</summary>
internal sealed class CreationJournal : IDisposable
{
    private readonly FileStream _file;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private CreationJournal(FileStream file) => _file = file;

    /// <summary>An item as it was judged.</summary>
    internal sealed record Entry(string Key, string? Skipped, ListedPage? Page, string? Detail = null);

    /// <summary>All items so far.</summary>
    public IReadOnlyCollection<Entry> Entries => _entries.Values;

    /// <summary>Opens a journal, and forgets a last line that was cut off.</summary>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static CreationJournal Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var journal = new CreationJournal(file);
        var whole = 0L;
        using (var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true))
        {
            while (reader.ReadLine() is { } line && TryRead(line) is { } entry)
            {
                // What could not be reached then may be now.
                if (entry.Skipped != SkipReason.Unreachable)
                {
                    journal._entries[entry.Key] = entry;
                }
                whole += Encoding.UTF8.GetByteCount(line) + 1;
            }
        }
        file.SetLength(Math.Min(whole, file.Length));
        file.Seek(0, SeekOrigin.End);
        if (file.Length < whole)
        {
            file.WriteByte((byte)'\n');
        }
        return journal;
    }

    /// <summary>Whether an item was judged before.</summary>
    public bool Holds(string key) => _entries.ContainsKey(key);

    /// <summary>Adds an item; it survives the death of this process.</summary>
    public void Add(Entry entry)
    {
        _file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, JournalJson.Default.Entry) + "\n"));
        _file.Flush();
        _entries[entry.Key] = entry;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static Entry? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.Entry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreationJournal.Entry))]
internal sealed partial class JournalJson : JsonSerializerContext;
