namespace WebQA.Benchmarks.Pages;

/// <summary>What a tool costs a page.</summary>
/// <param name="CpuMs">Mean processor time in milliseconds, garbage collection included.</param>
/// <param name="P95Ms">95th percentile over pages.</param>
/// <param name="MaxMs">The dearest page.</param>
/// <param name="AllocatedKb">Mean memory allocated, in KiB.</param>
/// <param name="Exceptions">Pages that made it throw.</param>
internal sealed record PageCost(double CpuMs, double P95Ms, double MaxMs, double AllocatedKb, int Exceptions);
