using System.Text.Json;

namespace WebQA.TextBrowser.Environments;

/// <summary>Reads the keys of a JSON object one by one and collects what is wrong with them, so that a person sees every fault at once.</summary>
internal sealed class JsonFields(JsonElement json, string path, List<string> faults)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string? Text(string key, bool isRequired, string example)
    {
        if (Find(key, isRequired, $"add it, for example {example}") is not { } value)
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
        {
            return value.GetString();
        }
        Add(key, $"must be text that is not empty, for example {example}");
        return null;
    }

    public int Number(string key, int defaultValue, int min, int max)
    {
        if (Find(key, isRequired: false, string.Empty) is not { } value)
        {
            return defaultValue;
        }
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
        {
            return number;
        }
        Add(key, $"must be a whole number from {min} to {max}; the default is {defaultValue}");
        return defaultValue;
    }

    /// <summary>A whole number that has no default.</summary>
    public int? NumberIfAny(string key, int min, int max)
    {
        if (Find(key, isRequired: false, string.Empty) is not { } value)
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
        {
            return number;
        }
        Add(key, $"must be a whole number from {min} to {max}");
        return null;
    }

    public bool Flag(string key)
    {
        if (Find(key, isRequired: false, string.Empty) is not { } value)
        {
            return false;
        }
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }
        Add(key, "must be true or false");
        return false;
    }

    public IReadOnlyList<string> Texts(string key, bool isRequired, string example)
    {
        if (Find(key, isRequired, $"add it, for example {example}") is not { } value)
        {
            return [];
        }
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static v => v.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateArray().Select(static v => v.GetString()!)];
        }
        Add(key, $"must be a list of texts, for example {example}");
        return [];
    }

    /// <summary>The items of a list that must be there, whatever they are; null where there is no list.</summary>
    public IReadOnlyList<JsonElement>? Items(string key, string example)
    {
        if (Find(key, isRequired: true, $"add it, for example {example}") is not { } value)
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }
        Add(key, $"must be a list, for example {example}");
        return null;
    }

    /// <summary>The keys of an object inside this one.</summary>
    /// <param name="value">The object.</param>
    /// <param name="place">Where it is, as faults name it.</param>
    public JsonFields Within(JsonElement value, string place) => new(value, $"{path}{place}.", faults);

    public JsonFields? Object(string key)
    {
        if (Find(key, isRequired: false, string.Empty) is not { } value)
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.Object)
        {
            return Within(value, key);
        }
        Add(key, "must be an object");
        return null;
    }

    /// <summary>Says which keys were not asked for; called last.</summary>
    public void RefuseOthers()
    {
        foreach (var property in json.EnumerateObject().Where(p => !_known.Contains(p.Name)))
        {
            Add(property.Name, $"is not a key of this form; remove it, or use one of: {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }
    }

    public void Add(string key, string fault) => faults.Add($"'{path}{key}' {fault}.");

    /// <summary>Whether a key is there, whatever it holds.</summary>
    public bool Has(string key) => json.TryGetProperty(key, out _);

    private JsonElement? Find(string key, bool isRequired, string remedy)
    {
        _known.Add(key);
        if (json.TryGetProperty(key, out var value))
        {
            return value;
        }
        if (isRequired)
        {
            Add(key, $"is missing; {remedy}");
        }
        return null;
    }
}
