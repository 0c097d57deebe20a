using System.Diagnostics;
using WebQA.TextBrowser.Search;

namespace WebQA.Benchmarks.Search;

/// <summary>Times the index of environments beside FTS5 and Lucene.NET on the same passages and queries.</summary>
internal static class SearchRun
{
    private const int Seed = 20211217;
    private const int Queries = 500;
    private const int Results = 10;
    private const int Dimensions = 384;

    private static readonly int[] Sizes = [10_000, 100_000];

    /// <summary>Measures over the text of a folder.</summary>
    public static SearchReport Measure(string folder, TextWriter progress, CancellationToken cancellationToken)
    {
        var set = PassageSet.Of(folder, Seed);
        var queries = set.Queries.Take(Queries).ToList();
        if (set.Real.Count == 0 || queries.Count == 0)
        {
            throw new InvalidDataException($"'{folder}' holds {set.Real.Count} passages of text and {queries.Count} questions; both are needed.");
        }
        progress.WriteLine($"{set.Real.Count} passages, {queries.Count} queries.");
        var sizes = new Dictionary<string, SizeReport>(StringComparer.Ordinal);
        foreach (var size in Sizes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sizes.Add(size.ToString(), MeasureSize(set.Take(size, Seed), queries, progress));
        }
        return new SearchReport(set.Real.Count, queries.Count, queries.Average(static q => q.Count), sizes);
    }

    private static SizeReport MeasureSize(IReadOnlyList<BenchmarkPassage> passages, List<IReadOnlyList<string>> queries, TextWriter progress)
    {
        var words = new Dictionary<string, EngineReport>(StringComparer.Ordinal);
        VectorReport? vectors = null;
        foreach (var engine in new ISearchContender[] { new OwnIndex(), new LuceneIndex(), new Fts5Index() })
        {
            using (engine)
            {
                var folder = Directory.CreateTempSubdirectory("webqa-bench-");
                try
                {
                    progress.WriteLine($"{engine.Name}, {passages.Count} passages ...");
                    words.Add(engine.Name, MeasureEngine(engine, passages, queries, folder));
                    vectors ??= engine is OwnIndex own ? MeasureVectors(own, folder) : null;
                }
                finally
                {
                    folder.Delete(recursive: true);
                }
            }
        }
        return new SizeReport(words, vectors!);
    }

    private static EngineReport MeasureEngine(ISearchContender engine, IReadOnlyList<BenchmarkPassage> passages, List<IReadOnlyList<string>> queries, DirectoryInfo folder)
    {
        var heapBefore = Heap();
        var watch = Stopwatch.StartNew();
        engine.Build(passages, folder.FullName);
        engine.Search(queries[0], Results);
        var build = watch.Elapsed.TotalSeconds;
        var heap = (Heap() - heapBefore) / 1e6;
        Time([.. queries.Take(100)], q => engine.Search(q, Results)); // Warms up.
        var (p50, p95, cpu) = Time(queries, q => engine.Search(q, Results));
        double? open = null;
        if (engine is OwnIndex own)
        {
            watch.Restart();
            own.Open();
            own.Search(queries[0], Results);
            open = watch.Elapsed.TotalMilliseconds;
        }
        return new EngineReport(build, folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(static f => f.Length) / 1e6, heap, p50, p95, cpu, open);
    }

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>What the numbers are makes no difference to the time, so they are drawn.</summary>
    private static VectorReport MeasureVectors(OwnIndex own, DirectoryInfo folder)
    {
        var random = new Random(Seed);
        var path = Path.Combine(folder.FullName, "v1.rows");
        var layout = VectorLayout.Of("drawn", Dimensions);
        using (var writer = VectorWriter.TryOpen(path, layout, own.Words)!)
        {
            var row = new sbyte[Dimensions];
            for (var i = 0; i < own.Words.PassageCount; i++)
            {
                random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(row.AsSpan()));
                writer.Add(row);
            }
            writer.Complete();
        }
        var watch = Stopwatch.StartNew();
        var vectors = VectorIndex.TryOpen(path, layout, own.Words)!;
        var open = watch.Elapsed.TotalMilliseconds;
        var queries = Enumerable.Range(0, 100).Select(_ => Enumerable.Range(0, Dimensions).Select(_ => random.NextSingle() - 0.5f).ToArray()).ToList();
        Time(queries, q => vectors.Search(q, Results).Count);
        var (p50, p95, _) = Time(queries, q => vectors.Search(q, Results).Count);
        return new VectorReport(new FileInfo(path).Length / 1e6, open, p50, p95);
    }

    private static (double P50, double P95, double Cpu) Time<T>(List<T> queries, Func<T, int> search)
    {
        var times = new double[queries.Count];
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            search(queries[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / times.Length;
        Array.Sort(times);
        return (times[times.Length / 2], times[times.Length * 95 / 100], cpu);
    }
}
