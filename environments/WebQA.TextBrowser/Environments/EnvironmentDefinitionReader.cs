using System.Text.Json;
using System.Text.RegularExpressions;
using WebQA.TextBrowser.Environments.Censoring;

namespace WebQA.TextBrowser.Environments;

/// <summary>Reads and checks <c>environment.json</c>. The form is described in <c>docs/contracts/environment.schema.json</c>.</summary>
public static partial class EnvironmentDefinitionReader
{
    /// <summary>The definition's file name.</summary>
    public const string FileName = "environment.json";

    /// <summary>Reads the definition of an environment folder.</summary>
    /// <exception cref="EnvironmentFolderException">The file is missing, is not JSON, or says something that cannot be; every fault is named.</exception>
    public static EnvironmentDefinition Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        using var document = Parse(file);
        var faults = new List<string>();
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new EnvironmentFolderException(file, ["It must hold one JSON object."]);
        }
        var definition = Read(new JsonFields(document.RootElement, string.Empty, faults), folder);
        return faults.Count == 0 ? definition : throw new EnvironmentFolderException(file, faults);
    }

    /// <summary>Whether an environment may have a name: 1 to 64 of a to z, 0 to 9 and '-', beginning with a letter or a digit.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    private static JsonDocument Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException e)
        {
            throw new EnvironmentFolderException(
                file, [$"It is not JSON (line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}); mend it there, or restore the file."], e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentFolderException(file, [$"It cannot be read: {e.Message}"], e);
        }
    }

    private static EnvironmentDefinition Read(JsonFields fields, string folder)
    {
        fields.Text("$schema", isRequired: false, "\"../../docs/contracts/environment.schema.json\"");
        if (fields.Number("version", 0, int.MinValue, int.MaxValue) != EnvironmentDefinition.CurrentVersion)
        {
            fields.Add("version", $"must be {EnvironmentDefinition.CurrentVersion}, the version that this program reads");
        }
        var name = fields.Text("name", isRequired: true, "\"mini-web\"") ?? string.Empty;
        var folderName = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (name.Length > 0 && !IsName(name))
        {
            fields.Add("name", "must be 1 to 64 of a to z, 0 to 9 and '-', beginning with a letter or a digit");
        }
        else if (name.Length > 0 && name != folderName)
        {
            fields.Add("name", $"is '{name}', but the folder is '{folderName}'; make them the same");
        }
        var title = fields.Text("title", isRequired: true, "\"Mini web\"") ?? string.Empty;
        var description = fields.Text("description", isRequired: false, "\"What this web covers.\"") ?? string.Empty;
        var engines = EngineEntryReader.Read(fields);
        var needsPages = engines.Any(e => e.IsLocal);
        var pages = Pages(fields, folder, needsPages);
        var isLive = Live(fields, needsPages);
        var blocked = Blocked(fields);
        var censor = Censor(fields, isLive);
        var definition = new EnvironmentDefinition
        {
            Name = name,
            Title = title,
            Description = description,
            Engines = engines,
            PagesFolder = pages,
            Limits = EnvironmentLimitsReader.Read(fields.Object("limits")),
            BlockedDomains = blocked,
            Censor = censor,
            UnsandboxedRendering = fields.Flag("unsandboxedRendering"),
            IsLive = isLive,
            PrivateOrigins = PrivateOriginReader.Read(fields),
            UsesArchivedCopies = ArchivedCopies(fields, isLive),
        };
        fields.RefuseOthers();
        return definition;
    }

    private static string? Pages(JsonFields fields, string folder, bool isRequired)
    {
        if (fields.Text("pages", isRequired, "\"web\"") is not { } pages)
        {
            return null;
        }
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(folder, pages));
        if (!path.StartsWith(root, StringComparison.Ordinal))
        {
            fields.Add("pages", $"is '{pages}', which lies outside the environment's folder; name a folder inside it");
        }
        else if (!Directory.Exists(path))
        {
            fields.Add("pages", $"is '{pages}', but there is no such folder; create it, or name the one that holds the pages");
        }
        return path;
    }

    private static bool Live(JsonFields fields, bool needsPages)
    {
        var isLive = fields.Flag("live");
        if (!isLive && !needsPages && !fields.Has("pages"))
        {
            fields.Add("live", "must be true where there are no 'pages', because no page could be opened otherwise");
        }
        return isLive;
    }

    private static bool ArchivedCopies(JsonFields fields, bool isLive)
    {
        var uses = fields.Flag("archivedCopies");
        if (uses && !isLive)
        {
            fields.Add("archivedCopies", "is true, which asks the real web; set 'live' to true as well, or remove it");
        }
        return uses;
    }

    private static IReadOnlyList<string> Blocked(JsonFields fields)
    {
        var domains = fields.Texts("blockedDomains", isRequired: false, "[\"reddit.com\"]");
        foreach (var domain in domains.Where(d => !DomainPattern().IsMatch(d)))
        {
            fields.Add("blockedDomains", $"holds '{domain}', which is not a domain; write it in lower case without scheme and path, for example \"reddit.com\"");
        }
        return domains;
    }

    private static CensorRule Censor(JsonFields fields, bool isLive)
    {
        switch (fields.Text("censor", isRequired: false, "\"question\""))
        {
            case null:
                return isLive ? CensorRule.Question : CensorRule.None;
            case "none":
                return CensorRule.None;
            case "question":
                return CensorRule.Question;
            case "reference":
                return CensorRule.Reference;
            case var other:
                fields.Add("censor", $"is '{other}'; it must be one of: none, question, reference");
                return CensorRule.None;
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[a-z0-9-]+(?:\.[a-z0-9-]+)+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DomainPattern();
}
