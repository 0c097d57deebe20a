using System.Globalization;
using System.Text.Json;
using WebQA.TextBrowser.Environments;

namespace WebQA.LabelingUi.Status;

/// <summary>The questions that the default environment ships with (<c>questions.jsonl</c>), in their short wording, topics taking turns.</summary>
internal sealed class ExampleQuestions : IExampleQuestions
{
    private const int PerPage = 6;
    private readonly EnvironmentCatalog _environments;
    private readonly Lazy<IReadOnlyList<ExampleQuestion>> _questions;

    public ExampleQuestions(EnvironmentCatalog environments, TextBrowserOptions options)
    {
        _environments = environments;
        _questions = new(() => environments.Environments is [var first, ..] ? Read(options, first.Name) : []);
    }

    public string Coverage => _environments.Environments is [var first, ..] ? _environments.GetWeb(first.Name).Description : string.Empty;

    public IReadOnlyList<ExampleQuestion> Page(int number)
    {
        var all = _questions.Value;
        return all.Count <= PerPage ? all : [.. Enumerable.Range(number * PerPage, PerPage).Select(i => all[i % all.Count])];
    }

    private static IReadOnlyList<ExampleQuestion> Read(TextBrowserOptions options, string environment)
    {
        var file = options.EnvironmentFolders.Select(f => Path.Combine(f, environment, "questions.jsonl")).FirstOrDefault(File.Exists);
        if (file is null)
        {
            return [];
        }
        var byTopic = File.ReadLines(file).Select(Parse).OfType<ExampleQuestion>().GroupBy(q => q.Topic).Select(g => g.ToList()).ToList();
        return [.. Enumerable.Range(0, byTopic.Max(t => t.Count)).SelectMany(i => byTopic.Where(t => i < t.Count).Select(t => t[i]))];
    }

    /// <summary>An answerable question; null for one that is meant to have no answer.</summary>
    private static ExampleQuestion? Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (root.TryGetProperty("answerable", out var answerable) && !answerable.GetBoolean())
        {
            return null;
        }
        var text = root.TryGetProperty("variants", out var variants) && variants.GetArrayLength() > 0
            ? variants[0].GetString()
            : root.GetProperty("question").GetString();
        var topic = root.TryGetProperty("district", out var district) ? district.GetString() : null;
        return text is null ? null : new ExampleQuestion(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(topic ?? string.Empty), text);
    }
}
