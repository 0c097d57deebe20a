using System.Runtime.CompilerServices;
using System.Text.Json;
using WebQA.Evaluation.Metrics;
using WebQA.Evaluation.MiniWeb;
using WebQA.Statistics;

namespace WebQA.Cli.Tests.Evaluation;

/// <summary>The default policy on the mini web, question by question, against what it found before the text browser went to the real web.</summary>
public sealed class MiniWebDoesNotFallTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-mini-web-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Claim_evidence_recall_at_400_words_is_not_below_what_it_was()
    {
        var file = Path.Combine(Repository.Root, "environments", "mini-web", "questions.jsonl");
        var results = Path.Combine(_folder.FullName, "run");

        var run = await CliRun.InAsync(Path.Combine(_folder.FullName, "data"), ["run", file, "--environment", "mini-web", "--seed", "1", "--out", results]);

        Assert.True(run.ExitCode == 0, run.Error);
        var before = Before();
        var questions = (await QuestionFile.ReadAsync(file, TestContext.Current.CancellationToken)).Where(q => before.ContainsKey(q.Id)).ToDictionary(q => q.Id, StringComparer.Ordinal);
        var now = File.ReadLines(Path.Combine(results, "answers.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(a => questions.ContainsKey(IdOf(a))).ToDictionary(IdOf, a => ClaimRecall.Of(questions[IdOf(a)], Quotes(a), 400).Recall, StringComparer.Ordinal);
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), now.Keys.Order(StringComparer.Ordinal));

        var ids = before.Keys.Order(StringComparer.Ordinal).ToList();
        var difference = Bootstrap.MeanDifference([.. ids.Select(id => now[id])], [.. ids.Select(id => before[id])]);
        var fallen = string.Join(", ", ids.Where(id => now[id] < before[id]).Select(id => $"{id} {before[id]:0.00} to {now[id]:0.00}"));
        Assert.True(
            difference.High >= 0 && difference.Estimate >= -0.01,
            $"Recall changed by {difference.Estimate:0.000} [{difference.Low:0.000}, {difference.High:0.000}]. Fallen: {fallen}.");
    }

    private static string IdOf(JsonElement answer) => answer.GetProperty("question").GetProperty("id").GetString()!;

    private static IEnumerable<QuotedSpan> Quotes(JsonElement answer) => answer.GetProperty("references").EnumerateArray().Select(static r => new QuotedSpan(
        r.GetProperty("url").GetString()!, r.GetProperty("final_url").GetString()!, r.GetProperty("start").GetInt32(), r.GetProperty("extract").GetString()!));

    private static Dictionary<string, double> Before([CallerFilePath] string here = "")
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "mini-web-recall-400.json")));
        return file.RootElement.GetProperty("recall").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetDouble(), StringComparer.Ordinal);
    }
}
