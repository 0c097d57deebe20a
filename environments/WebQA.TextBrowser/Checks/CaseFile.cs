using System.Text.Json;

namespace WebQA.TextBrowser.Checks;

/// <summary>A file of cases: a JSON object whose <c>cases</c> each have an <c>id</c>, an <c>expected</c> object and, mostly, a <c>file</c> beside the case file.</summary>
public static class CaseFile
{
    /// <summary>The cases, in order.</summary>
    /// <exception cref="InvalidDataException">The file is no case file; the message says what is missing.</exception>
    public static IReadOnlyList<JsonElement> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.TryGetProperty("cases", out var cases) && cases.ValueKind == JsonValueKind.Array
                ? [.. cases.EnumerateArray().Select(c => c.Clone())]
                : throw new InvalidDataException($"'{path}' has no list named 'cases'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' is not JSON: {e.Message}", e);
        }
    }

    /// <summary>The folder that the files of its cases are named from.</summary>
    public static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>The bytes that a case is about.</summary>
    /// <exception cref="InvalidDataException">The case names no file.</exception>
    public static byte[] Bytes(JsonElement testCase, string folder) =>
        Text(testCase, "file") is { } file
            ? File.ReadAllBytes(Path.Combine(folder, file))
            : throw new InvalidDataException($"Case {Text(testCase, "id")} names no 'file'.");

    /// <summary>A string of a case or of a part of it; null where it has none.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A list of strings of a case's <c>expected</c> object; empty where it has none.</summary>
    public static IReadOnlyList<string> Texts(JsonElement testCase, string name) =>
        testCase.GetProperty("expected").TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(e => e.GetString() ?? string.Empty)]
            : [];

    /// <summary>A number of a case's <c>expected</c> object; null where it has none.</summary>
    public static double? Number(JsonElement testCase, string name) =>
        testCase.GetProperty("expected").TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
