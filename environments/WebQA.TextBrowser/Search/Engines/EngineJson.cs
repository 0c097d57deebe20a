using System.Text.Json;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Reads what engines send with care: a field that is missing, or is something else, is empty; it never stops the rest.</summary>
internal static class EngineJson
{
    /// <summary>The value at a path of keys; undefined where there is none.</summary>
    public static JsonElement At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(key, out json))
            {
                return default;
            }
        }
        return json;
    }

    /// <summary>The text at a path; empty where there is none.</summary>
    public static string Text(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;

    /// <summary>The objects of the list at a path; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(static i => i.ValueKind == JsonValueKind.Object) : [];

    /// <summary>The texts of the list at a path; none where there is no list.</summary>
    public static IEnumerable<string> Texts(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(static i => i.ValueKind == JsonValueKind.String).Select(static i => i.GetString()!) : [];

    /// <summary>The whole body; undefined where it is not JSON.</summary>
    public static JsonElement TryRead(EngineReply reply)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(reply.Body.Span);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The whole body.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonElement Read(EngineReply reply) => JsonSerializer.Deserialize<JsonElement>(reply.Body.Span);

    /// <summary>What the engine itself says about a fault; empty where it says nothing in a usual place.</summary>
    public static string Complaint(EngineReply reply)
    {
        var json = TryRead(reply);
        return new[] { json.Text("error", "detail"), json.Text("error", "message"), json.Text("error"), json.Text("detail", "error"), json.Text("detail"), json.Text("message") }
            .FirstOrDefault(static t => t.Length > 0) ?? string.Empty;
    }
}
