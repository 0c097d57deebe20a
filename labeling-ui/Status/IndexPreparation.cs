using WebQA.TextBrowser.Environments;

namespace WebQA.LabelingUi.Status;

/// <summary>Builds the indexes in the background from the start, so that the first question finds them.</summary>
internal sealed class IndexPreparation(EnvironmentCatalog environments) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Reading the environments' folders takes a moment; the app answers meanwhile.
        await Task.Yield();
        foreach (var environment in environments.Environments)
        {
            environments.GetWeb(environment.Name).StartPreparing();
        }
    }
}
