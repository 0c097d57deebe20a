using WebQA.Core.Feedback.Webhooks;
using WebQA.LabelingUi.Webhooks;
using WebQA.Storage.Engines;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.LabelingUi.Tests;

public sealed class WebhookDeskTests
{
    private const string Private = "This address is not on the public web, so nothing is sent to it. The operator can list its origin under the setting Webhooks:PrivateOrigins.";

    [Theory]
    [InlineData("http://127.0.0.1:9000/hook", Private)]
    [InlineData("http://169.254.169.254/latest/meta-data", Private)]
    [InlineData("http://[::ffff:10.0.0.1]/", Private)]
    [InlineData("https://ann:secret@receiver.example/", "The address holds a name or password, which is never sent. Leave out what stands before the @.")]
    [InlineData("ftp://receiver.example/", "Addresses that begin with 'ftp:' are not opened; only http and https are.")]
    [InlineData("https://receiver.example:22/", "Port 22 is not one that pages are read from (80, 443).")]
    public void An_address_that_must_not_be_sent_to_is_refused_in_words(string address, string message)
    {
        var store = new OneWebhook();

        var refused = Assert.Throws<SettingRefusedException>(() => new WebhookDesk(store, new UrlRules(new GuardOptions())).Add(address, [WebhookEvents.TaskCompleted], null));

        Assert.Equal((message, null), (refused.Message, store.Added));
    }

    [Fact]
    public void A_private_origin_that_the_operator_lists_is_taken()
    {
        var store = new OneWebhook();

        new WebhookDesk(store, new UrlRules(new GuardOptions { PrivateOrigins = ["http://127.0.0.1:9000"] })).Add(" http://127.0.0.1:9000/hook ", [WebhookEvents.TaskCompleted], null);

        Assert.Equal(new Uri("http://127.0.0.1:9000/hook"), store.Added);
    }

    private sealed class OneWebhook : IWebhookStore
    {
        public Uri? Added { get; private set; }

        public (Webhook Webhook, string Secret) Add(Uri url, IReadOnlyCollection<string> events, string? by)
        {
            Added = url;
            return (new Webhook(1, url, [.. events], true, 0, 0), "secret");
        }

        public IReadOnlyList<Webhook> List() => throw new NotSupportedException();

        public void Switch(long number, bool isActive, string? by) => throw new NotSupportedException();

        public void Remove(long number, string? by) => throw new NotSupportedException();

        public string? ReadSecret(long number) => throw new NotSupportedException();

        public IReadOnlyList<WebhookDelivery> Due(int count) => throw new NotSupportedException();

        public WebhookDelivery AddTest(long number) => throw new NotSupportedException();

        public IReadOnlyList<WebhookDelivery> Latest(long number, int count = 20) => throw new NotSupportedException();

        public void Record(WebhookDelivery delivery, WebhookAttempt attempt, DateTimeOffset? nextAt, int switchOffAt) => throw new NotSupportedException();
    }
}
