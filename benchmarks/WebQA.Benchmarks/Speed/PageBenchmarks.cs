using BenchmarkDotNet.Attributes;
using WebQA.Benchmarks.Pages;

namespace WebQA.Benchmarks.Speed;

/// <summary>Reads a folder's pages once through, by each tool; the figures are for all pages together.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class PageBenchmarks
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string FolderVariable = "WEBQA_BENCHMARK_PAGES";

    private IReadOnlyList<BenchmarkPage> _pages = [];

    /// <summary>Reads the pages.</summary>
    [GlobalSetup]
    public void ReadPages() => _pages = PageSet.Of(Environment.GetEnvironmentVariable(FolderVariable)
        ?? throw new InvalidOperationException($"Set {FolderVariable} to a folder of pages."));

    /// <summary>The parser alone.</summary>
    [Benchmark(Baseline = true)]
    public int AngleSharpParse() => Characters(PageTool.Parse);

    /// <summary>SmartReader's article.</summary>
    [Benchmark]
    public int SmartReaderArticle() => Characters(PageTool.SmartReader);

    /// <summary>The text browser's main content.</summary>
    [Benchmark]
    public int MainContent() => Characters(PageTool.Main);

    /// <summary>The text browser's view of every visible word.</summary>
    [Benchmark]
    public int EveryVisibleWord() => Characters(PageTool.Everything);

    private int Characters(PageTool tool)
    {
        var characters = 0;
        foreach (var page in _pages)
        {
            characters += tool.Run(page).Length;
        }
        return characters;
    }
}
