namespace WebQA.Benchmarks.Pages;

/// <summary>Measures tools side by side: every tool reads a page before the next page comes, in an order that turns, so that load on the machine meets all alike.</summary>
internal static class PageTimings
{
    /// <summary>Rounds over all pages before the measured ones, so that the code is compiled and tuned.</summary>
    public const int WarmUps = 2;

    /// <summary>Measured rounds; a page's time is their median.</summary>
    public const int Rounds = 3;

    /// <summary>Measures.</summary>
    /// <returns>By tool name.</returns>
    public static IReadOnlyDictionary<string, PageCost> Measure(
        IReadOnlyList<BenchmarkPage> pages, IReadOnlyList<PageTool> tools, CancellationToken cancellationToken)
    {
        var times = tools.ToDictionary(t => t.Name, _ => new double[pages.Count, Rounds], StringComparer.Ordinal);
        var allocated = tools.ToDictionary(t => t.Name, _ => 0L, StringComparer.Ordinal);
        var failed = tools.ToDictionary(t => t.Name, _ => new HashSet<int>(), StringComparer.Ordinal);
        for (var round = -WarmUps; round < Rounds; round++)
        {
            for (var page = 0; page < pages.Count; page++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var turn = 0; turn < tools.Count; turn++)
                {
                    var tool = tools[(turn + page + round + WarmUps) % tools.Count];
                    var (ms, bytes, isFailed) = Once(tool, pages[page]);
                    if (isFailed)
                    {
                        failed[tool.Name].Add(page);
                    }
                    if (round >= 0)
                    {
                        times[tool.Name][page, round] = ms;
                        allocated[tool.Name] += bytes;
                    }
                }
            }
        }
        return tools.ToDictionary(t => t.Name, t => Cost(times[t.Name], allocated[t.Name], failed[t.Name].Count), StringComparer.Ordinal);
    }

    private static (double Ms, long Bytes, bool IsFailed) Once(PageTool tool, BenchmarkPage page)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        var isFailed = false;
        try
        {
            tool.Run(page);
        }
#pragma warning disable CA1031 // What a tool throws is what is counted.
        catch (Exception)
#pragma warning restore CA1031
        {
            isFailed = true;
        }
        return ((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes, isFailed);
    }

    private static PageCost Cost(double[,] times, long allocated, int exceptions)
    {
        var pages = times.GetLength(0);
        var medians = Enumerable.Range(0, pages)
            .Select(page => Enumerable.Range(0, Rounds).Select(round => times[page, round]).Order().ElementAt(Rounds / 2))
            .Order()
            .ToList();
        return new PageCost(
            medians.Average(), medians[(int)Math.Round(0.95 * (pages - 1))], medians[^1], allocated / 1024.0 / Rounds / pages, exceptions);
    }
}
