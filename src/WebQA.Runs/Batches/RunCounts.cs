using System.Text.Json;
using System.Text.Json.Nodes;
using WebQA.Core.Answers;
using WebQA.Runs.Answers;

namespace WebQA.Runs.Batches;

/// <summary>The figures that every run has: how many ended how, and what they took.</summary>
internal sealed class RunCounts
{
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _results = new(StringComparer.Ordinal);
    private int _lines, _steps, _references, _citations;

    public int Lines => _lines;

    public int Answered => _outcomes.GetValueOrDefault(Name(Outcome.Answered));

    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    public void Add(AnswerDocument document)
    {
        _lines++;
        _steps += document.Steps.Count;
        _references += document.References.Count;
        _citations += document.Citations.Count;
        Count(_outcomes, document.Outcome is { } outcome ? Name(outcome) : "none");
        foreach (var step in document.Steps)
        {
            Count(_results, Name(step.Result));
        }
    }

    public JsonObject ToJson() => new()
    {
        ["lines"] = _lines,
        ["outcomes"] = Object(_outcomes),
        ["steps"] = _steps,
        ["step_results"] = Object(_results),
        ["references"] = _references,
        ["citations"] = _citations,
    };

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static void Count(SortedDictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    private static JsonObject Object(SortedDictionary<string, int> counts) =>
        new(counts.Select(count => KeyValuePair.Create(count.Key, (JsonNode?)JsonValue.Create(count.Value))));
}
