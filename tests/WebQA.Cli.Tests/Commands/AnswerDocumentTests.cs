using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace WebQA.Cli.Tests.Commands;

public class AnswerDocumentTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    [Fact]
    public async Task The_answer_document_on_stdout_keeps_to_its_schema()
    {
        var schema = JsonSchema.FromText(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "contracts", "answer.schema.json")));

        var run = await web.RunAsync("ask", TinyWeb.Question, "--environment", TinyWeb.Name, "--json", "-");

        Assert.Equal(0, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        var result = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join('\n', (result.Details ?? []).SelectMany(d => d.Errors ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(e => e.Value)));
        Assert.Equal("answered", document.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Two_asks_with_the_same_seed_give_the_same_document_ids_and_times_aside()
    {
        string[] ask = ["ask", TinyWeb.Question, "--environment", TinyWeb.Name, "--seed", "11", "--temperature", "0.8", "--json", "-"];

        var first = await web.RunAsync(ask);
        var second = await web.RunAsync(ask);

        Assert.Equal(Comparable(first.Out), Comparable(second.Out));
    }

    [Fact]
    public async Task A_quote_of_the_document_stands_in_the_archived_text_at_its_offsets()
    {
        var run = await web.RunAsync("ask", TinyWeb.Question, "--environment", TinyWeb.Name, "--json", "-");
        var reference = JsonNode.Parse(run.Out)!["references"]![0]!;

        var text = await web.RunAsync("archive", "get", reference["text_sha256"]!.GetValue<string>(), "--text");
        var bytes = await web.RunAsync("archive", "get", reference["snapshot_sha256"]!.GetValue<string>());

        Assert.Equal(reference["extract"]!.GetValue<string>(), text.Out.Substring(reference["start"]!.GetValue<int>(), reference["length"]!.GetValue<int>()));
        Assert.StartsWith("<!DOCTYPE html>", bytes.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_samples_one_is_given_and_all_are_listed()
    {
        var file = Path.Combine(web.Data, "answer.json");

        var run = await web.RunAsync("ask", TinyWeb.Question, "--environment", TinyWeb.Name, "--n", "2", "--temperature", "0.8", "--json", file);

        Assert.Equal(0, run.ExitCode);
        var document = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        var samples = document["samples"]!.AsArray();
        Assert.Equal(2, samples.Count);
        Assert.Contains(samples, s => s!["episode"]!.GetValue<string>() == document["episode"]!.GetValue<string>());
        Assert.NotEqual(samples[0]!["seed"]!.GetValue<long>(), samples[1]!["seed"]!.GetValue<long>());
    }

    private static string Comparable(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        document.Remove("episode");
        document.Remove("timings");
        foreach (var step in document["steps"]!.AsArray())
        {
            step!.AsObject().Remove("ms");
        }
        foreach (var reference in document["references"]!.AsArray())
        {
            reference!.AsObject().Remove("fetched_at");
        }
        return document.ToJsonString();
    }
}
