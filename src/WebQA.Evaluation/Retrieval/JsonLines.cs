using System.Text.Json;

namespace WebQA.Evaluation.Retrieval;

/// <summary>Lines of JSON objects with an id.</summary>
internal static class JsonLines
{
    /// <summary>The objects of a file; empty lines are skipped.</summary>
    /// <exception cref="InvalidDataException">A line is no such object; the message says which.</exception>
    public static IEnumerable<Line> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, $"Line {number} of '{path}'");
            }
        }
    }

    private static Line Parse(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement.Clone();
            if (root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("id", out var id) || root.TryGetProperty("_id", out id))
                && id.ValueKind is JsonValueKind.String or JsonValueKind.Number && id.ToString().AsSpan().IndexOfAny(" \t") < 0)
            {
                return new Line(id.ToString(), root);
            }
            throw new InvalidDataException($"{place} is not a JSON object with an 'id' or '_id' without spaces.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{place} is not a JSON object: {e.Message}", e);
        }
    }

    /// <summary>One of them.</summary>
    public sealed record Line(string Id, JsonElement Json)
    {
        /// <summary>A property that holds text; empty where there is none.</summary>
        public string Text(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
    }
}
