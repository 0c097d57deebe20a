using System.Text.Json;

namespace WebQA.TextBrowser.Checks;

/// <summary>A hostile PDF and its safe outcome, as a case file describes it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="File">The PDF, a full path.</param>
/// <param name="Expected">The safe outcome: <c>text</c>, <c>error</c>, <c>error_too_large</c>, …, or words for several of them.</param>
/// <param name="MustContain">Text that must be found.</param>
/// <param name="MaxSeconds">The longest time.</param>
public sealed record PdfCase(string Id, string File, string Expected, IReadOnlyList<string> MustContain, double MaxSeconds)
{
    /// <summary>Reads a case file: <c>{"cases":[{"id","file","expected":{"outcome","must_contain","max_seconds"}}]}</c>, files relative to it.</summary>
    /// <exception cref="InvalidDataException">It is not one; the message says where.</exception>
    public static IReadOnlyList<PdfCase> ReadAll(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            return [.. json.RootElement.GetProperty("cases").EnumerateArray().Select(element => Read(element, folder))];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"'{path}' is not a file of PDF cases: {error.Message}", error);
        }
    }

    private static PdfCase Read(JsonElement element, string folder)
    {
        var expected = element.GetProperty("expected");
        return new PdfCase(
            element.GetProperty("id").GetString()!,
            Path.Combine(folder, element.GetProperty("file").GetString()!),
            expected.GetProperty("outcome").GetString()!,
            expected.TryGetProperty("must_contain", out var texts) ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [],
            expected.TryGetProperty("max_seconds", out var seconds) ? seconds.GetDouble() : 10);
    }
}
