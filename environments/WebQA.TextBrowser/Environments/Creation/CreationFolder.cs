using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WebQA.TextBrowser.Fetching;

namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>The place where an environment is made: a hidden folder beside the others, which takes its name when it is whole. Held by one process at a time.</summary>
internal sealed class CreationFolder : IDisposable
{
    private const string PagesName = "pages";
    private const string OriginName = "source.txt";
    private const string JournalName = "journal.jsonl";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _whole;
    private readonly string _making;
    private readonly string _replaced;
    private readonly FileStream _lock;
    private CreationJournal? _journal;

    private CreationFolder(string name, string folder, FileStream held)
    {
        _lock = held;
        _whole = Path.Combine(folder, name);
        _making = Path.Combine(folder, $".{name}.making");
        _replaced = Path.Combine(folder, $".{name}.replaced");
    }

    /// <summary>Where the environment lies when it is whole.</summary>
    public string WholeFolder => _whole;

    /// <summary>Whether an environment of the name is there, whole.</summary>
    public bool IsWhole => Directory.Exists(_whole);

    /// <summary>The source of the environment that is there; null where it was not made by this program.</summary>
    public string? WholeFrom => OriginOf(_whole);

    /// <summary>The source of a run that did not end; null where there is none.</summary>
    public string? BegunFrom => OriginOf(_making);

    /// <summary>What was taken so far.</summary>
    public CreationJournal Journal => _journal ?? throw new InvalidOperationException("The making has not begun.");

    /// <summary>Takes hold of the place of a name, and puts in order what a run left that was killed in its last moment.</summary>
    /// <exception cref="CreationRefusedException">Another process is making the same environment.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static CreationFolder Hold(string name, string folder)
    {
        Directory.CreateDirectory(folder);
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(folder, $".{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, $".{name}.lock")))
        {
            throw new CreationRefusedException($"Another process is making '{name}' now. Wait for its end, or choose another name.");
        }
        var place = new CreationFolder(name, folder, held);
        if (File.Exists(Path.Combine(place._making, EnvironmentDefinitionReader.FileName)))
        {
            place.Publish();
        }
        return place;
    }

    /// <summary>Begins anew, or goes on where a run stopped.</summary>
    public void Begin(string identity, bool isFresh)
    {
        if (isFresh && Directory.Exists(_making))
        {
            Directory.Delete(_making, recursive: true);
        }
        Directory.CreateDirectory(Path.Combine(_making, PagesName));
        File.WriteAllText(Path.Combine(_making, OriginName), identity);
        _journal = CreationJournal.Open(Path.Combine(_making, JournalName));
    }

    /// <summary>Keeps a page's bytes under their hash; a file that has its name is whole.</summary>
    public void Keep(ListedPage page, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_making, PagesName, page.Sha256[..2], page.Sha256);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path + ".new", bytes);
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    /// <summary>Writes list and definition, and gives the folder its name.</summary>
    public void Finish(CreationRequest request, IEnumerable<ListedPage> pages)
    {
        _journal?.Dispose();
        _journal = null;
        WriteDurably(Path.Combine(_making, PagesName, PageList.FileName), string.Concat(pages.Select(p => PageList.Line(p) + "\n")));
        var definition = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["version"] = EnvironmentDefinition.CurrentVersion,
            ["name"] = request.Name,
            ["title"] = request.Title ?? request.Name,
        };
        if (request.Description is { Length: > 0 } description)
        {
            definition["description"] = description;
        }
        definition["engines"] = new[] { "local" };
        definition["pages"] = PagesName;
        definition["limits"] = new Dictionary<string, int>(StringComparer.Ordinal) { ["pageBytes"] = PageIntake.MaxBytes };
        WriteDurably(Path.Combine(_making, EnvironmentDefinitionReader.FileName), JsonSerializer.Serialize(definition, Indented) + "\n");
        Publish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _journal?.Dispose();
        _lock.Dispose();
    }

    private static string? OriginOf(string folder) => File.Exists(Path.Combine(folder, OriginName)) ? File.ReadAllText(Path.Combine(folder, OriginName)) : null;

    private void Publish()
    {
        File.Delete(Path.Combine(_making, JournalName));
        if (Directory.Exists(_whole))
        {
            DeleteReplaced();
            Directory.Move(_whole, _replaced);
        }
        Directory.Move(_making, _whole);
        DeleteReplaced();
    }

    private void DeleteReplaced()
    {
        if (Directory.Exists(_replaced))
        {
            Directory.Delete(_replaced, recursive: true);
        }
    }

    private static void WriteDurably(string path, string text)
    {
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(path + ".new", path, overwrite: true);
    }
}
