using System.Runtime.CompilerServices;
using WebQA.Core.Browsing;
using WebQA.Core.Tests.Doubles;
using WebQA.Evaluation.MiniWeb;
using WebQA.Evaluation.Reports;
using WebQA.Policies;
using WebQA.Policies.Tests.Doubles;

namespace WebQA.Evaluation.Tests.MiniWeb;

public sealed class MiniWebEvaluationTests
{
    [Fact]
    public async Task It_measures_recall_baselines_abstention_and_verified_references()
    {
        var seen = new HashSet<string>();
        var result = await RunAsync(new Progress(p => seen.Add(p.Part)));

        var metrics = result.Metrics;
        var greedy = metrics.Recall.Single(r => r is { System: "ranking, greedy", Group: "all" });
        Assert.Equal((2, 1.0, 1.0), (greedy.Questions, greedy.At400.Estimate, greedy.At750!.Value.Estimate));
        Assert.Equal(0.5, metrics.Recall.Single(r => r is { System: "lead of the first result", Group: "all" }).At400.Estimate);
        Assert.Equal(1, metrics.Recall.Single(r => r is { System: "ranking, greedy", Group: "link" }).Questions);
        Assert.True(metrics.References > 4);
        Assert.Equal(metrics.References, metrics.VerifiedReferences);
        Assert.Equal((2, 1.0), metrics.Abstention.Where(a => a.Set == "source pages removed").Select(a => (a.Questions, a.Abstained.Estimate)).Single());
        Assert.Equal(1, metrics.Abstention.Single(a => a.Set == "unanswerable, untuned").Questions);
        Assert.All(result.RemovedSources, s => Assert.DoesNotContain(s.Question.Sources[0], s.Opened));
        Assert.Equal(["greedy", "greedy again, warm", "greedy, 750 words", "sampled", "sources removed"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_measurements_with_the_same_seed_have_the_same_figures()
    {
        var (first, second) = (await RunAsync(), await RunAsync());

        Assert.Equal(HtmlReport.Write(first, "Mini web"), HtmlReport.Write(second, "Mini web"));
    }

    [Fact]
    public async Task The_report_shows_questions_as_text()
    {
        var result = await RunAsync();

        var html = HtmlReport.Write(result, "Mini web <1>");

        Assert.Contains("<h1>Mini web &lt;1&gt;</h1>", html, StringComparison.Ordinal);
        Assert.Contains("How do crows &lt;remember&gt; human faces?", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<remember>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_page_is_neither_found_nor_opened()
    {
        var web = new WithoutPages(CrowWeb.Create(), [CrowWeb.Gifts], TimeProvider.System);

        var results = await web.SearchAsync(CrowWeb.Question, TestContext.Current.CancellationToken);
        var page = await web.OpenAsync(CrowWeb.Gifts, TestContext.Current.CancellationToken);

        Assert.Equal("【0†Bread†kitchen.example】\nBread rises.", results.Text);
        Assert.Equal((PageKind.Error, "Page not found"), (page.Kind, page.Title));
        Assert.Same(results, await web.ReadAsync(results.PageSha256, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_line_that_is_no_question_is_named()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{\"id\":\"a\",\"question\":\"Why?\"}\n\n{\"id\":\"b\"}\n", TestContext.Current.CancellationToken);

        var e = await Assert.ThrowsAsync<InvalidDataException>(() => QuestionFile.ReadAsync(file, TestContext.Current.CancellationToken));

        Assert.StartsWith($"Line 3 of {file} is not a question: ", e.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task The_untuned_questions_are_twenty_and_unanswerable()
    {
        var questions = await QuestionFile.ReadAsync(InRepository("data/questions/mini-web-unanswerable.jsonl"), TestContext.Current.CancellationToken);

        Assert.Equal(20, questions.Select(q => q.Id).Distinct().Count());
        Assert.All(questions, q => Assert.False(q.Answerable || q.HasClaims));
    }

    private static async Task<MiniWebResult> RunAsync(IProgress<MiniWebProgress>? progress = null)
    {
        const string faces = "How do crows <remember> human faces?";
        var web = CrowWeb.Create();
        web.Results[faces] = TestPages.Results(faces, new SearchResult("Gifts of crows", CrowWeb.Gifts, "Crows."), new SearchResult("Bread", CrowWeb.Bread, "Bread."));
        var options = new MiniWebOptions
        {
            Questions =
            [
                Ask("gifts", "first", CrowWeb.Question, CrowWeb.Gifts, "Crows bring gifts to people who feed them because dropped things were followed by food before."),
                Ask("faces", "link", faces, CrowWeb.Faces, "Crows remember human faces for years, as a study with masks in a park showed."),
            ],
            Untuned = [new MiniWebQuestion { Id = "violin", Text = "Which violin?", Answerable = false }],
            Samples = 2,
        };
        return await new MiniWebEvaluation(web, new PolicyCatalog(new WordEmbedder()), TimeProvider.System).RunAsync(options, progress, TestContext.Current.CancellationToken);
    }

    private static MiniWebQuestion Ask(string id, string kind, string text, string url, string evidence) => new()
    {
        Id = id, Kind = kind, Text = text, Sources = [url], Claims = [new Claim { Text = evidence, Url = url, Evidence = evidence }],
    };

    private static string InRepository(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", file));

    private sealed class Progress(Action<MiniWebProgress> report) : IProgress<MiniWebProgress>
    {
        private readonly Lock _lock = new();

        public void Report(MiniWebProgress value)
        {
            lock (_lock)
            {
                report(value);
            }
        }
    }
}
