using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WebQA.Core.Feedback;
using WebQA.Core.Feedback.Webhooks;
using WebQA.Feedback.Webhooks;
using WebQA.Storage;
using WebQA.Storage.Accounts;

namespace WebQA.Feedback.Tests.Webhooks;

/// <summary>Events on their way to addresses that are told of them, over the real store.</summary>
public sealed class WebhookTests : IDisposable
{
    private static readonly Uri Address = new("https://receiver.example/webqa");

    private readonly string _folder = Directory.CreateTempSubdirectory("webqa-webhooks-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Receiver _receiver = new();

    [Fact]
    public void The_signature_is_the_HMAC_of_timestamp_and_body() => Assert.Equal(
        "v1=ba84746840b3a682abf6f8a7513aeabfaa3bca56e7440dfc046edd59d3c8ac86",
        WebhookSignature.Of("whsec_test", 1_764_547_200, """{"event":"test"}"""));

    [Fact]
    public async Task What_happens_is_told_once_signed_and_only_to_whoever_wants_it()
    {
        await using var services = Start();
        var store = services.GetRequiredService<IWebhookStore>();
        var (webhook, secret) = store.Add(Address, [WebhookEvents.AnnotationCreated, WebhookEvents.TaskCompleted], "ann");
        store.Add(new Uri("https://other.example/"), [WebhookEvents.IncidentCreated], "ann");
        await SubmitAsync(services);
        await Assert.ThrowsAsync<FeedbackRefusedException>(() => SubmitAsync(services));

        Assert.Equal(2, await Sender(store).SendDueAsync());
        Assert.Equal(0, await Sender(store).SendDueAsync());

        Assert.Equal([WebhookEvents.AnnotationCreated, WebhookEvents.TaskCompleted], _receiver.Events.Order(StringComparer.Ordinal));
        Assert.All(_receiver.Requests, r => Assert.Equal(WebhookSignature.Of(secret, long.Parse(r.Timestamp, System.Globalization.CultureInfo.InvariantCulture), r.Body), r.Signature));
        var told = JsonElement.Parse(_receiver.Requests.Single(r => r.Event == WebhookEvents.AnnotationCreated).Body);
        Assert.Equal(("crows", false), (told.GetProperty("data").GetProperty("project").GetString(), told.GetProperty("data").GetProperty("is_simulated").GetBoolean()));
        Assert.DoesNotContain("Because", _receiver.Requests[0].Body, StringComparison.Ordinal);
        Assert.All(store.Latest(webhook.Number), d => Assert.Equal((true, "It answered 200.", 1), (d.IsDelivered, d.Outcome, d.Attempts)));
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_again_later_also_after_a_restart()
    {
        string id;
        await using (var services = Start())
        {
            services.GetRequiredService<IWebhookStore>().Add(Address, [WebhookEvents.ProjectCreated], null);
            await services.GetRequiredService<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = "owls" });
            _receiver.Status = HttpStatusCode.ServiceUnavailable;
            Assert.Equal(1, await Sender(services.GetRequiredService<IWebhookStore>()).SendDueAsync());
            Assert.Equal(0, await Sender(services.GetRequiredService<IWebhookStore>()).SendDueAsync());
            id = _receiver.Requests[0].Id;
        }
        await using var again = Start();
        var store = again.GetRequiredService<IWebhookStore>();
        Assert.Equal((1, 1), (store.List()[0].Failures, store.List()[0].Waiting));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, await Sender(store).SendDueAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        _receiver.Status = HttpStatusCode.NoContent;
        Assert.Equal(1, await Sender(store).SendDueAsync());

        Assert.Equal([id, id], _receiver.Requests.Select(r => r.Id));
        Assert.Equal((0, 0), (store.List()[0].Failures, store.List()[0].Waiting));
        Assert.Equal(("It answered 204.", 2), (store.Latest(1)[0].Outcome, store.Latest(1)[0].Attempts));
    }

    [Fact]
    public async Task An_address_that_takes_nothing_is_switched_off_and_what_waits_goes_out_when_it_is_switched_on()
    {
        await using var services = Start();
        var store = services.GetRequiredService<IWebhookStore>();
        var (webhook, _) = store.Add(Address, [WebhookEvents.ProjectCreated], "ann");
        _receiver.Fault = new HttpRequestException("No route.");
        for (var i = 0; i < WebhookBackOff.SwitchOffAt; i++)
        {
            await services.GetRequiredService<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = $"p{i}" });
            Assert.True(store.List()[0].IsActive);
            await Sender(store).SendDueAsync();
        }
        Assert.Equal((false, WebhookBackOff.SwitchOffAt, WebhookBackOff.SwitchOffAt), (store.List()[0].IsActive, store.List()[0].Failures, store.List()[0].Waiting));
        Assert.Equal("switched off after 30 failed attempts in a row", services.GetRequiredService<AuditLog>().Of($"webhook/{webhook.Number}")[0].Change);
        Assert.Equal("No route.", store.Latest(webhook.Number)[0].Outcome);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await Sender(store).SendDueAsync());
        _receiver.Fault = null;
        store.Switch(webhook.Number, isActive: true, "ann");
        Assert.Equal(20, await Sender(store).SendDueAsync());
        Assert.Equal(10, await Sender(store).SendDueAsync());
        Assert.Equal((true, 0, 0), (store.List()[0].IsActive, store.List()[0].Failures, store.List()[0].Waiting));
    }

    [Fact]
    public async Task A_test_is_sent_once_and_a_message_is_given_up_after_a_day()
    {
        await using var services = Start();
        var store = services.GetRequiredService<IWebhookStore>();
        var (webhook, _) = store.Add(Address, [WebhookEvents.ProjectCreated], "ann");
        _receiver.Status = HttpStatusCode.Found;

        Assert.Equal(new WebhookAttempt(false, "It answered 302."), await Sender(store).TestAsync(webhook.Number));
        Assert.Equal(0, await Sender(store).SendDueAsync());
        await services.GetRequiredService<IFeedbackStore>().CreateProjectAsync(new FeedbackProject { Name = "owls" });
        for (var attempts = 1; attempts <= 8; attempts++)
        {
            Assert.Equal(1, await Sender(store).SendDueAsync());
            _clock.Advance(WebhookBackOff.After(attempts) ?? TimeSpan.Zero);
        }
        Assert.Equal(0, await Sender(store).SendDueAsync());
        Assert.Equal((8, null, false), (store.Latest(webhook.Number)[0].Attempts, store.Latest(webhook.Number)[0].NextAt, store.Latest(webhook.Number)[0].IsDelivered));
    }

    public void Dispose()
    {
        _receiver.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddStorage(new DataFolder(_folder));
        services.AddSingleton<AuditLog>();
        return services.BuildServiceProvider();
    }

    private WebhookSender Sender(IWebhookStore store) => new(store, new HttpClient(_receiver, disposeHandler: false), _clock);

    /// <summary>One comparison of the only task of a project; a second one finds no task.</summary>
    private static async Task SubmitAsync(ServiceProvider services)
    {
        var (store, queue) = (services.GetRequiredService<IFeedbackStore>(), services.GetRequiredService<ITaskQueue>());
        if ((await store.ListProjectsAsync()).Count == 0)
        {
            await store.CreateProjectAsync(new FeedbackProject { Name = "crows", FullShare = 0 });
            await store.AddTasksAsync("crows", [new ComparisonTask(new("q", "Why?"), new ComparedAnswer("Because.", []), new ComparedAnswer("Nobody knows.", []))]);
        }
        var lease = (await queue.ClaimAsync("crows", new Labeler("bob")))?.Lease ?? new TaskLease("none", "bob", 1, default);
        await queue.SubmitAsync(lease, new ComparisonAnnotation { Rating = Preference.ABetter, Unsupported = Preference.ABetter, Coherence = Preference.ABetter });
    }

    /// <summary>Answers as it is told to, and remembers what came.</summary>
    private sealed class Receiver : HttpMessageHandler
    {
        private readonly Lock _lock = new();

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public Exception? Fault { get; set; }

        public List<(string Id, string Event, string Timestamp, string Signature, string Body)> Requests { get; } = [];

        public IEnumerable<string> Events => Requests.Select(r => r.Event);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            string Header(string name) => request.Headers.GetValues(name).Single();
            lock (_lock)
            {
                Requests.Add((Header("WebQA-Webhook-Id"), Header("WebQA-Webhook-Event"), Header("WebQA-Webhook-Timestamp"), Header("WebQA-Webhook-Signature"), body));
            }
            return Fault is { } fault ? throw fault : new HttpResponseMessage(Status);
        }
    }
}
