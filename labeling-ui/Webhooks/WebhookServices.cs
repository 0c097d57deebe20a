using WebQA.Core.Feedback.Webhooks;
using WebQA.Feedback.Webhooks;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.LabelingUi.Webhooks;

/// <summary>Webhooks, for the composition root. Addresses pass the guard of pages: the public web, and the origins that the operator lists under <c>Webhooks:PrivateOrigins</c>.</summary>
internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        var guard = new GuardOptions { PrivateOrigins = configuration.GetSection("Webhooks:PrivateOrigins").Get<string[]>() ?? [] };
        services.AddSingleton(provider => new WebhookSender(
            provider.GetRequiredService<IWebhookStore>(), GuardedClient.Create(guard, provider.GetService<IHostResolver>(), provider.GetService<IDialler>()), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new WebhookDesk(provider.GetRequiredService<IWebhookStore>(), new UrlRules(guard)));
        services.AddHostedService<WebhookService>();
    }
}
