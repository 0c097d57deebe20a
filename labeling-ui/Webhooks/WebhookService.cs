using WebQA.Feedback.Webhooks;
using WebQA.Storage;

namespace WebQA.LabelingUi.Webhooks;

/// <summary>Sends what waits in the outbox, for as long as the app runs; what is left is there at the next start.</summary>
internal sealed partial class WebhookService(WebhookSender sender, TimeProvider clock, ILogger<WebhookService> logger) : BackgroundService
{
    /// <summary>How soon an event is seen; another process may have written it.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await sender.SendDueAsync(stoppingToken) > 0)
                {
                }
            }
            catch (StorageException fault)
            {
                LogFault(fault.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Webhooks wait: {Fault}")]
    private partial void LogFault(string fault);
}
