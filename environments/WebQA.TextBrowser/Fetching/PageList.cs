using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebQA.TextBrowser.Fetching;

/// <summary>The list of a folder whose pages are named by their content: <c>pages.jsonl</c>, a line a page, so that any address can be kept and no file is named by a stranger.</summary>
public static class PageList
{
    /// <summary>The list's file name.</summary>
    public const string FileName = "pages.jsonl";

    /// <summary>Reads the list of a folder; the files themselves are not looked at.</summary>
    /// <exception cref="FormatException">A line is not a page; the message names it.</exception>
    /// <exception cref="IOException">The list cannot be read.</exception>
    public static IEnumerable<FolderPage> Read(string folder)
    {
        foreach (var (index, line) in File.ReadLines(Path.Combine(folder, FileName)).Index())
        {
            var (url, page) = TryRead(line) ?? throw new FormatException(
                $"{FileName}, line {index + 1}, is not a page. Restore the file, or make the environment again with 'webqa env create'.");
            yield return new FolderPage(url, page.Place, Path.Combine(folder, page.Sha256[..2], page.Sha256), page.Type) { Listed = page };
        }
    }

    /// <summary>A page as a line, without its end.</summary>
    public static string Line(ListedPage page) => JsonSerializer.Serialize(page, PageListJson.Default.ListedPage);

    private static (Uri Url, ListedPage Page)? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, PageListJson.Default.ListedPage) is { } page
                && page.Sha256.Length == 64 && page.Sha256.All(char.IsAsciiHexDigitLower)
                && Uri.TryCreate(page.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? (url, page)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ListedPage))]
internal sealed partial class PageListJson : JsonSerializerContext;
