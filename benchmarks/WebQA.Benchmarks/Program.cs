using System.Globalization;
using WebQA.Benchmarks.Pages;
using WebQA.Benchmarks.Search;
using WebQA.Benchmarks.Speed;

namespace WebQA.Benchmarks;

/// <summary>Benchmarks. Figures go to stdout as one JSON object, progress and messages to stderr.</summary>
internal static class Program
{
    private const string Usage = """
        usage: WebQA.Benchmarks pages [--bars] <folder>...   cost and quality of page text; with --bars, exit 1 where a bar is missed
               WebQA.Benchmarks speed <folder>               BenchmarkDotNet over the pages of a folder
               WebQA.Benchmarks search <folder>              the local index beside FTS5 and Lucene.NET, over the text of a folder
        """;

    private static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var folders = args.Skip(1).Where(a => a != "--bars").ToList();
        var missing = folders.Find(f => !Directory.Exists(f));
        if (folders.Count == 0 || missing is not null || args[0] is not ("pages" or "speed" or "search"))
        {
            await Console.Error.WriteLineAsync(missing is null ? Usage : $"There is no folder '{missing}'.");
            return 2;
        }
        try
        {
            return args[0] == "speed" ? Speed(folders[0])
                : args[0] == "search" ? Search(folders[0], stop.Token)
                : await PagesAsync(folders, args.Contains("--bars"), stop.Token);
        }
        catch (InvalidDataException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    private static async Task<int> PagesAsync(IReadOnlyList<string> folders, bool withBars, CancellationToken cancellationToken)
    {
        await using var chromium = await ChromiumWords.StartAsync();
        var report = await PageRun.MeasureAsync(folders, chromium is null ? null : chromium.OfAsync, Console.Error, cancellationToken);
        if (report.Pages == 0 && report.Pdf.Count == 0)
        {
            await Console.Error.WriteLineAsync("The folders hold no HTML page, and no PDF file with its text beside it.");
            return 2;
        }
        Console.Out.WriteLine(report.ToJson());
        var missed = PageBars.Missed(report).ToList();
        foreach (var line in missed)
        {
            await Console.Error.WriteLineAsync($"Missed: {line}");
        }
        return withBars && missed.Count > 0 ? 1 : 0;
    }

    private static int Search(string folder, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine(SearchRun.Measure(folder, Console.Error, cancellationToken).ToJson());
        return 0;
    }

    private static int Speed(string folder)
    {
        PageBenchmarks.Run(folder);
        return 0;
    }
}
