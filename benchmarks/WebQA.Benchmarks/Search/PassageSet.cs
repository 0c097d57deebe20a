using System.Text.Json;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Search;

namespace WebQA.Benchmarks.Search;

/// <summary>Passages and queries of a folder: the text of its pages, the long strings of its JSON files, and the questions and claims that they hold.</summary>
internal sealed class PassageSet
{
    private const int LongString = 300;

    private readonly Dictionary<UInt128, BenchmarkPassage> _passages = [];
    private readonly SortedSet<string> _queries = new(StringComparer.Ordinal);

    /// <summary>Different passages, in the order of a seeded shuffle.</summary>
    public IReadOnlyList<BenchmarkPassage> Real { get; private set; } = [];

    /// <summary>Queries, in the order of a seeded shuffle.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Queries { get; private set; } = [];

    /// <summary>Reads a folder.</summary>
    public static PassageSet Of(string folder, int seed)
    {
        var set = new PassageSet();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            set.AddFile(file);
        }
        set.Real = Shuffled(set._passages.OrderBy(static p => p.Key).Select(static p => p.Value), seed);
        set.Queries = Shuffled(set._queries.Select(QueryTerms.Of).Where(static q => q.Count is >= 2 and <= 20), seed);
        return set;
    }

    /// <summary>So many passages: the real ones, and where these do not suffice, ones of about 100 words mixed from their sentences.</summary>
    public IReadOnlyList<BenchmarkPassage> Take(int count, int seed)
    {
        if (count <= Real.Count)
        {
            return [.. Real.Take(count)];
        }
        var random = new Random(seed);
        var sentences = Real.SelectMany(static p => SentenceSplitter.Split(p.Text).Select(s => p.Text.Substring(s.Start, s.Length))).ToArray();
        var passages = new List<BenchmarkPassage>(Real);
        while (passages.Count < count)
        {
            var text = new System.Text.StringBuilder();
            for (var words = 0; words < PassageCutter.TargetWords;)
            {
                var sentence = sentences[random.Next(sentences.Length)];
                text.Append(sentence).Append(' ');
                words += WordCount.Of(sentence);
            }
            passages.Add(new BenchmarkPassage(Real[random.Next(Real.Count)].Title, text.ToString()));
        }
        return passages;
    }

    private void AddFile(string file)
    {
        switch (Path.GetExtension(file))
        {
            case ".html":
                var url = new Uri(Path.GetFullPath(file));
                if (PageReader.ReadHtml(new PageSnapshot(url, url, "text/html", File.ReadAllBytes(file), DateTimeOffset.UnixEpoch)) is { } page)
                {
                    AddText(page.Title, MarkedText.Parse(page.View(PageView.Main).Text).PlainText);
                }
                break;
            case ".json":
                AddJson(File.ReadAllText(file));
                break;
            case ".jsonl":
                foreach (var line in File.ReadLines(file))
                {
                    AddJson(line);
                }
                break;
            case ".csv":
                foreach (var claim in File.ReadLines(file).Select(static l => l.Split(',', 3)).Where(static f => f.Length == 3 && f[1].EndsWith('.')))
                {
                    _queries.Add(claim[1]);
                }
                break;
            default:
                break;
        }
    }

    private void AddJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            AddStrings(document.RootElement, string.Empty, string.Empty);
        }
        catch (JsonException)
        {
            // Not every file of a folder of data is one to take text from.
        }
    }

    private void AddStrings(JsonElement element, string name, string title)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                title = element.TryGetProperty("title", out var own) && own.ValueKind == JsonValueKind.String ? own.GetString()! : title;
                foreach (var property in element.EnumerateObject())
                {
                    AddStrings(property.Value, property.Name, title);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    AddStrings(item, name, title);
                }
                break;
            case JsonValueKind.String when element.GetString() is { } text:
                if (name is "question" or "claim" or "input" && text.Length < LongString)
                {
                    _queries.Add(text);
                }
                else if (text.Length >= LongString)
                {
                    AddText(title, text);
                }
                break;
            default:
                break;
        }
    }

    private void AddText(string title, string text)
    {
        foreach (var passage in PassageCutter.Cut(text))
        {
            _passages.TryAdd(passage.Key, new BenchmarkPassage(title, passage.Text));
        }
    }

    private static List<T> Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var array = items.ToArray();
        new Random(seed).Shuffle(array);
        return [.. array];
    }
}
