using WebQA.Core.Feedback.Webhooks;
using WebQA.Storage.Engines;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.LabelingUi.Webhooks;

/// <summary>Takes new webhooks: their addresses must be ones that may be sent to. Thread-safe.</summary>
internal sealed class WebhookDesk(IWebhookStore store, UrlRules rules)
{
    /// <summary>Adds one.</summary>
    /// <exception cref="SettingRefusedException">The address or the events cannot be used.</exception>
    public (Webhook Webhook, string Secret) Add(string address, IReadOnlyCollection<string> events, string? by)
    {
        try
        {
            return store.Add(rules.Check(address), events, by);
        }
        catch (GuardRefusedException refused) when (refused.Refusal == GuardRefusal.Private)
        {
            throw new SettingRefusedException("This address is not on the public web, so nothing is sent to it. The operator can list its origin under the setting Webhooks:PrivateOrigins.");
        }
        catch (GuardRefusedException refused)
        {
            throw new SettingRefusedException(refused.Message);
        }
    }
}
