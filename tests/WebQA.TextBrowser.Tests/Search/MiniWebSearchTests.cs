using System.Text.Json;
using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Tests.Search;

public sealed class MiniWebSearchTests(MiniWebFixture fixture) : IClassFixture<MiniWebFixture>
{
    [Fact]
    public async Task The_shipped_vectors_make_the_first_start_ready_without_embedding_a_passage()
    {
        await fixture.MiniWeb.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("WEBQA_UPDATE_GOLDEN") == "1")
        {
            await fixture.Catalog.ExportVectorsAsync("mini-web", MiniWebFixture.VectorsInSource(), TestContext.Current.CancellationToken);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{fixture.MiniWeb.SearchStatus.Total} passages, {fixture.Counted.Texts} texts embedded");
        Assert.Equal(IndexState.Ready, fixture.MiniWeb.SearchStatus.State);
        Assert.InRange(fixture.MiniWeb.SearchStatus.Total, 1_500, 2_200);
        // Queries of the other test are embedded; sentences of passages would be thousands.
        Assert.InRange(fixture.Counted.Texts, 0, 100);
    }

    [Fact]
    public async Task The_first_results_page_holds_the_source_pages_of_nearly_every_question()
    {
        await fixture.MiniWeb.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        var found = new Dictionary<int, int> { [3] = 0, [5] = 0, [8] = 0 };
        var sources = 0;
        foreach (var (question, wanted) in Questions())
        {
            var results = await fixture.MiniWeb.SearchAsync(question, TestContext.Current.CancellationToken);
            var urls = results.Links.Select(l => l.Url.TrimEnd('/')).ToList();
            Assert.Equal(8, urls.Count);
            sources += wanted.Count;
            foreach (var depth in found.Keys)
            {
                found[depth] += wanted.Count(urls.Take(depth).Contains);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", found.Select(f => $"in {f.Key}: {(double)f.Value / sources:F3}")));
        // Measured with Chromium: .895, .955, .970. Without it the six pages that scripts build cannot be found.
        Assert.InRange((double)found[3] / sources, .84, 1);
        Assert.InRange((double)found[5] / sources, .89, 1);
        Assert.InRange((double)found[8] / sources, .91, 1);
    }

    [Fact]
    public async Task Every_snippet_is_a_few_lines_of_its_page()
    {
        var results = await fixture.MiniWeb.SearchAsync("Why do crows bring people gifts?", TestContext.Current.CancellationToken);

        Assert.All(results.Links.Take(2), l => Assert.EndsWith(".example/crow-gifts", l.Url, StringComparison.Ordinal));
        var snippets = results.PlainText.Split("\n\n").Select(r => r[(r.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Assert.All(snippets, s => Assert.InRange(s.Length, 30, Snippet.MaxLength));
    }

    private static IEnumerable<(string Question, IReadOnlyList<string> Sources)> Questions()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "environments", "mini-web", "questions.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("answerable").GetBoolean())
            {
                yield return (json.RootElement.GetProperty("question").GetString()!, [.. json.RootElement.GetProperty("sources").EnumerateArray().Select(s => s.GetString()!.TrimEnd('/'))]);
            }
        }
    }
}
