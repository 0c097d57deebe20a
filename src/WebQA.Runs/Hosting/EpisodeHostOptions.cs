using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Hosting;

/// <summary>How this process runs episodes.</summary>
public sealed class EpisodeHostOptions
{
    /// <summary>Whether episodes go on by themselves after a crash (service) or wait for Continue (command). The default is service.</summary>
    public HostedBy HostedBy { get; set; } = HostedBy.Service;

    /// <summary>Episodes that run at once; more wait in turn. The default is twice the processors, at least 4.</summary>
    [Range(1, 10_000)]
    public int MaxRunning { get; set; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>Episodes that run or wait before new ones are refused. The default is 1,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxHeld { get; set; } = 1_000;

    /// <summary>How often leases are renewed; well below the store's lease. The default is 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.02", "00:01:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often episodes of dead processes are looked for. The default is 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.02", "00:10:00")]
    public TimeSpan Reap { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Loops (the same step or query again, scrolls that move nothing) after which browsing ends and the answer is written; 0, the default, never.</summary>
    [Range(0, 1_000)]
    public int MaxLoops { get; set; }
}

[OptionsValidator]
internal sealed partial class EpisodeHostOptionsValidator : IValidateOptions<EpisodeHostOptions>;
