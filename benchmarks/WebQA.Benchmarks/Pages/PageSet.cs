using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebQA.TextBrowser.Pages.Decoding;

namespace WebQA.Benchmarks.Pages;

/// <summary>Reads the pages of a folder in one of three forms: marked (<c>evaldata.json</c>), Readability's tests (<c>*/source.html</c>), or any HTML files.</summary>
internal static class PageSet
{
    /// <summary>The pages, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">The folder's marks cannot be read.</exception>
    public static IReadOnlyList<BenchmarkPage> Of(string folder)
    {
        var marks = Path.Combine(folder, "evaldata.json");
        var pages = File.Exists(marks) ? Marked(folder, marks) : Unmarked(folder);
        return [.. pages.OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<BenchmarkPage> Marked(string folder, string file)
    {
        using var json = Parse(file);
        var files = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is "cache" or "eval")
            .ToLookup(f => Path.GetFileName(f)!, StringComparer.Ordinal);
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            // The stored pages are a part of those that are marked.
            var name = Text(entry.Value, "file") ?? throw new InvalidDataException($"'{file}': the page {entry.Name} has no \"file\".");
            if (files[name].FirstOrDefault() is { } path && Uri.TryCreate(entry.Name, UriKind.Absolute, out var url))
            {
                yield return new BenchmarkPage(name, url, Decoded(path), Marks(name, entry.Value));
            }
        }
    }

    private static JsonDocument Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{file}' is not JSON: {e.Message}", e);
        }
    }

    private static PageMarks Marks(string name, JsonElement page) => new(
        Texts(page, "with"), Texts(page, "without"), Text(page, "title"), Text(page, "author"), Text(page, "date"), Text(page, "sitename"), IsHeldOut(name));

    private static IEnumerable<BenchmarkPage> Unmarked(string folder)
    {
        var sources = Directory.GetFiles(folder, "source.html", SearchOption.AllDirectories);
        var files = sources.Length > 0 ? sources : Directory.EnumerateFiles(folder, "*.htm*", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            yield return new BenchmarkPage(name, new Uri("https://pages.example/" + Uri.EscapeDataString(name)), Decoded(file));
        }
    }

    private static string Decoded(string file) => PageDecoder.Decode(File.ReadAllBytes(file), headerCharset: null, isMarkup: true).Text;

#pragma warning disable CA5350 // Splits pages in two halves; nothing is protected by it.
    private static bool IsHeldOut(string name) => (SHA1.HashData(Encoding.UTF8.GetBytes(name))[^1] & 4) != 0;
#pragma warning restore CA5350

    private static string? Text(JsonElement page, string field) =>
        page.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Texts(JsonElement page, string field) =>
        page.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(t => t.GetString()).OfType<string>().Where(t => t.Length > 0)]
            : [];
}
