using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using WebQA.Benchmarks.Pages;

namespace WebQA.Benchmarks.Speed;

/// <summary>Reads a folder's pages once through, by each tool; the figures are for all pages together.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private static string _folder = string.Empty;
    private IReadOnlyList<BenchmarkPage> _pages = [];

    /// <summary>Runs the benchmarks in this process, which is a release build already, over the pages of a folder.</summary>
    public static void Run(string folder)
    {
        _folder = folder;
        BenchmarkRunner.Run<PageBenchmarks>(ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
    }

    /// <summary>Reads the pages.</summary>
    [GlobalSetup]
    public void ReadPages() => _pages = PageSet.Of(_folder);

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
