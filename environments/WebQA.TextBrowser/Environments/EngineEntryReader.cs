using System.Text.Json;
using System.Text.RegularExpressions;

namespace WebQA.TextBrowser.Environments;

/// <summary>Reads the search engines of a definition: names, or objects with <c>engine</c>, <c>endpoint</c>, <c>language</c>, <c>requestsPerMinute</c>.</summary>
internal static partial class EngineEntryReader
{
    private const string Key = "engines";

    private static readonly string Known = string.Join(", ", EngineEntry.Names);

    /// <summary>The engines, in their order; what is wrong is added to the fields' faults.</summary>
    public static IReadOnlyList<EngineEntry> Read(JsonFields fields)
    {
        if (fields.Items(Key, "[\"local\"]") is not { } items)
        {
            return [];
        }
        if (items.Count == 0)
        {
            fields.Add(Key, $"is empty; name at least one engine: {Known}");
        }
        for (var i = 1; i < items.Count; i++)
        {
            if (items.Take(i).Any(earlier => JsonElement.DeepEquals(earlier, items[i])))
            {
                fields.Add($"{Key}[{i}]", "names an engine a second time; name each once");
            }
        }
        return [.. items.Select((item, i) => Entry(fields, item, i)).OfType<EngineEntry>()];
    }

    private static EngineEntry? Entry(JsonFields fields, JsonElement item, int index)
    {
        var place = $"{Key}[{index}]";
        switch (item.ValueKind)
        {
            case JsonValueKind.String:
                return Named(fields, place, item.GetString()!);
            case JsonValueKind.Object:
                return FromObject(fields.Within(item, place));
            default:
                fields.Add(place, "must be the name of an engine, or an object with the key 'engine'");
                return null;
        }
    }

    private static EngineEntry? FromObject(JsonFields fields)
    {
        if (fields.Text("engine", isRequired: true, "\"searxng\"") is not { } name || Named(fields, "engine", name) is not { } entry)
        {
            return null;
        }
        if (!entry.IsLocal)
        {
            entry = entry with { Endpoint = Endpoint(fields), Language = Language(fields), RequestsPerMinute = fields.NumberIfAny("requestsPerMinute", 1, 6_000) };
        }
        fields.RefuseOthers();
        return entry;
    }

    private static EngineEntry? Named(JsonFields fields, string place, string name)
    {
        if (EngineEntry.Names.Contains(name))
        {
            return new EngineEntry(name);
        }
        fields.Add(place, $"is '{name}', which is not an engine; there is: {Known}");
        return null;
    }

    private static Uri? Endpoint(JsonFields fields)
    {
        const string Example = "\"https://search.example/\"";
        if (fields.Text("endpoint", isRequired: false, Example) is not { } text)
        {
            return null;
        }
        if (EndpointPattern().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out var endpoint))
        {
            return endpoint;
        }
        fields.Add("endpoint", $"is '{text}'; it must be an http or https address without a name, password or white space, for example {Example}");
        return null;
    }

    private static string? Language(JsonFields fields)
    {
        const string Example = "\"en\"";
        var text = fields.Text("language", isRequired: false, Example);
        if (text is not null && !LanguagePattern().IsMatch(text))
        {
            fields.Add("language", $"is '{text}'; it must be a language tag such as {Example} or \"pt-BR\"");
        }
        return text;
    }

    [GeneratedRegex(@"^https?://[^/?#@\s]+([/?#]\S*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EndpointPattern();

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguagePattern();
}
