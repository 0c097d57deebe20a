using System.Text.Json;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>What a page's blocks of JSON-LD say of the text on it. Broken blocks are skipped.</summary>
internal static class JsonLinkedData
{
    private const int MaxObjects = 2_000;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>Reads blocks; objects that are articles go before others.</summary>
    public static PageMetadata Read(IEnumerable<string> blocks)
    {
        var objects = blocks.SelectMany(Objects).Take(MaxObjects).OrderByDescending(IsArticle).ToList();
        return new PageMetadata
        {
            Site = objects.Select(o => Names(o, "publisher").FirstOrDefault()).FirstOrDefault(n => n is not null),
            Authors = objects.Select(o => Names(o, "author").ToList()).FirstOrDefault(n => n.Count > 0) ?? [],
            Published = objects.Select(o => MetadataValue.Day(Text(o, "datePublished"))).FirstOrDefault(d => d is not null),
            Modified = objects.Select(o => MetadataValue.Day(Text(o, "dateModified"))).FirstOrDefault(d => d is not null),
        };
    }

    private static IEnumerable<JsonElement> Objects(string block)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(block, Options);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            yield break;
        }
        var open = new Queue<JsonElement>([root]);
        while (open.TryDequeue(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    open.Enqueue(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                yield return element;
                foreach (var property in element.EnumerateObject().Where(p => p.Name is "@graph" or "mainEntity" or "mainEntityOfPage"))
                {
                    open.Enqueue(property.Value);
                }
            }
        }
    }

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type) && type.ToString() is var name
        && (name.Contains("Article", StringComparison.Ordinal) || name.Contains("Posting", StringComparison.Ordinal) || name.Contains("Report", StringComparison.Ordinal));

    /// <summary>The names of a person or organisation, of several, or of those that are only named.</summary>
    private static IEnumerable<string> Names(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return [];
        }
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        return items.Select(i => MetadataValue.Name(i.ValueKind == JsonValueKind.String ? i.GetString() : Text(i, "name"))).OfType<string>().Take(MetadataValue.MaxNames);
    }

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
