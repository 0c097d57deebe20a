using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WebQA.Runs.Hosting;

/// <summary>The background service: takes over what dead processes have left, and lets go of everything at shutdown.</summary>
internal sealed partial class EpisodeReaper(EpisodeHost host, IOptions<EpisodeHostOptions> options, TimeProvider clock, ILogger<EpisodeReaper> logger)
    : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await host.LeaveAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Reap, clock);
        string? lastFault = null;
        do
        {
            try
            {
                await host.ReapAsync(stoppingToken);
                lastFault = null;
            }
            catch (Exception fault) when (fault is not OperationCanceledException && fault.Message != lastFault)
            {
                // Said once, not every second, while the database is out of reach.
                lastFault = fault.Message;
                LogNotReaped(fault.Message);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The same as before.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Interrupted episodes cannot be looked for: {Reason}")]
    private partial void LogNotReaped(string reason);
}
