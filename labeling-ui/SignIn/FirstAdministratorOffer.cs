using WebQA.LabelingUi.Hosting;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.SignIn;

/// <summary>Says at start, on the terminal alone, how the first administrator is made and what can be read on the way.</summary>
internal sealed class FirstAdministratorOffer(FirstAdministrator first, Listening listening) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before the first request is taken.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => first.OfferAsync();

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var address in listening.Unencrypted)
        {
            await Console.Error.WriteLineAsync(Say.With(Strings.Unencrypted, address));
        }
        if (first.IsOffered)
        {
            await Console.Out.WriteLineAsync(Say.With(Strings.FirstAdministratorOffer, SignInRoutes.FirstAdministrator, first.Token));
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
