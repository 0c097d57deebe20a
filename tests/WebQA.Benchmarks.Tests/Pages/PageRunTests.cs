using WebQA.Benchmarks.Pages;

namespace WebQA.Benchmarks.Tests.Pages;

public sealed class PageRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-pages");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Each_tool_reads_every_page_and_the_marked_ones_are_scored()
    {
        var prose = string.Join(' ', Enumerable.Repeat("The crow brings gifts to people who feed it every day.", 12));
        Write("cache/crow.html", $"<nav><a href=/>Imprint</a></nav><article><h1>Crows</h1><p>{prose}</p></article>");
        Write("evaldata.json", """{"https://crows.example/": {"file": "crow.html", "with": ["brings gifts"], "without": ["Imprint"]}, "https://gone.example/": {"file": "gone.html"}}""");

        var report = await PageRun.MeasureAsync([_folder.FullName], _ => Task.FromResult("Crows crow lost"), TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.Equal(1, report.Pages);
        Assert.Equal(["all", "anglesharp_parse", "main", "smartreader"], report.Tools.Keys.Order(StringComparer.Ordinal));
        Assert.All(report.Tools.Values, cost => Assert.True(cost is { CpuMs: > 0, AllocatedKb: > 0, Exceptions: 0 }));
        Assert.Equal(2 / 3.0, report.VisibleWordRecall!.Value, 1e-12);
        Assert.Equal([new PageRecall("crow.html", 3, 2 / 3.0)], report.WorstRecalls);
        Assert.Equal(1, report.MarkupWordRecall);
        Assert.Equal(new SegmentScore(1, 1, 1), report.Segments!.Main);
    }

    [Fact]
    public async Task Missed_bars_are_named_with_their_values()
    {
        Write("a.html", "<p>one two");
        var report = await PageRun.MeasureAsync([_folder.FullName], visibleText: null, TextWriter.Null, TestContext.Current.CancellationToken);

        var unmeasured = PageBars.Missed(report with { MainToSmartReader = 0.1, AllToParse = 1 });
        var missed = PageBars.Missed(report with { VisibleWordRecall = 0.5, MainToSmartReader = 0.1, AllToParse = 9 });

        Assert.Equal(["recall of visible words: not measured, because there is no Chromium here ('webqa doctor' says how to get one)"], unmeasured);
        Assert.Equal(["all / parse processor time: 9, the bar is at most 2.5", "recall of visible words: 0.5, the bar is at least 0.993"], missed);
    }

    [Fact]
    public void Marks_that_are_not_json_are_named()
    {
        Write("evaldata.json", "nothing");

        var error = Assert.Throws<InvalidDataException>(() => PageSet.Of(_folder.FullName));

        Assert.StartsWith($"'{Path.Combine(_folder.FullName, "evaldata.json")}' is not JSON:", error.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
