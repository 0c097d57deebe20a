using System.Net;
using System.Net.Sockets;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Search.Engines;
using WebQA.TextBrowser.Search.Engines.Protocols;

namespace WebQA.TextBrowser.Tests.Search.Engines;

/// <summary>What holds for every engine that is asked over HTTP, shown with SearXNG.</summary>
public sealed class HttpSearchEngineTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><title>Sign in</title>", "text/html", "answered with a page for people instead of data.")]
    [InlineData("  <!DOCTYPE html><title>Sign in</title>", "application/json", "answered with a page for people instead of data.")]
    [InlineData("{\"results\": [{\"url\": \"https://a.exam", "application/json", "answered with broken data.")]
    [InlineData("{\"message\": \"hello\"}", "application/json", "answered with broken data.")]
    [InlineData("[]", "application/json", "answered with broken data.")]
    [InlineData("", "application/json", "answered with broken data.")]
    public async Task What_is_no_answer_is_a_fault(string body, string type, string what)
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends(body, type: type));

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.NotAnAnswer, $"SearXNG at {bench.Service.Url.Authority} {what}"), (fault.Fault, fault.What));
    }

    [Theory]
    [InlineData(500, EngineFault.ServerError, true)]
    [InlineData(502, EngineFault.ServerError, true)]
    [InlineData(404, EngineFault.NotAnAnswer, false)]
    [InlineData(301, EngineFault.NotAnAnswer, false)]
    [InlineData(402, EngineFault.QuotaUsedUp, false)]
    [InlineData(401, EngineFault.Refused, false)]
    [InlineData(400, EngineFault.BadRequest, false)]
    public async Task A_status_without_success_is_a_fault_of_its_kind(int status, EngineFault kind, bool isTransient)
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends("{}", status, headers: [("Location", "http://127.0.0.1:1/")]));

        var fault = await bench.FaultAsync();

        Assert.Equal((kind, isTransient), (fault.Fault, fault.IsTransient));
        Assert.Contains($"(HTTP {status})", fault.Message, StringComparison.Ordinal);
        Assert.Single(bench.Service.Requests);
    }

    [Fact]
    public async Task An_engine_that_is_silent_is_given_up_in_its_time()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sleeps());
        bench.Options = new EngineOptions { Total = TimeSpan.FromMilliseconds(300) };

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.TimedOut, $"SearXNG at {bench.Service.Url.Authority} did not answer within 0.3 seconds."), (fault.Fault, fault.What));
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_no_fault_but_its_own_cancellation()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sleeps());
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Engine.SearchAsync("crows", 8, patience.Token));
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up_at_its_bound()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends(new string(' ', 3 * 1024 * 1024) + "{}"));
        bench.Options = new EngineOptions { Bytes = 1024 * 1024 };

        Assert.Equal($"SearXNG at {bench.Service.Url.Authority} sent more than 1 MiB.", (await bench.FaultAsync()).What);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_unpacked_is_a_fault()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends(new string('!', 200), headers: [("Content-Encoding", "br")]));

        var fault = await bench.FaultAsync();

        Assert.Equal(
            (EngineFault.Unreachable, $"SearXNG at {bench.Service.Url.Authority} cannot be reached: The page is not packed as its site says, so it cannot be unpacked."),
            (fault.Fault, fault.What));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said_with_the_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol());
        bench.Settings = new EngineSettings { Endpoint = new Uri($"http://127.0.0.1:{port}") };

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.Unreachable, "Check that it runs and that its address in the environment or in the settings is right."), (fault.Fault, fault.Remedy));
        Assert.StartsWith($"SearXNG at 127.0.0.1:{port} cannot be reached: ", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_named_by_an_environment_is_asked_only_where_it_is_listed()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends("""{"results": []}"""));
        bench.Settings = EngineSettings.None;
        bench.Options = new EngineOptions { Endpoint = bench.Service.Url };
        var fault = await bench.FaultAsync();
        Assert.Equal(EngineFault.NotAllowed, fault.Fault);
        Assert.Contains($"add \"{bench.Service.Origin}\" to 'privateOrigins' of the environment", fault.Remedy, StringComparison.Ordinal);
        Assert.Empty(bench.Service.Requests);

        bench.Options = bench.Options with { PrivateOrigins = [bench.Service.Origin] };

        Assert.Empty(await bench.SearchAsync());
        Assert.Single(bench.Service.Requests);
    }

    [Fact]
    public async Task The_settings_are_read_at_each_search()
    {
        await using var bench = await EngineBench.StartAsync(new SearxngProtocol(), FakeService.Sends("""{"results": []}"""));
        var (right, engine) = (bench.Settings, bench.Engine);
        bench.Settings = EngineSettings.None;
        await Assert.ThrowsAsync<EngineFaultException>(() => engine.SearchAsync("crows", 8, TestContext.Current.CancellationToken));

        bench.Settings = right;

        Assert.Empty(await engine.SearchAsync("crows", 8, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_said_to_be_missing()
    {
        using var clients = new EngineClients(new NoHosts());
        var settings = new EnvironmentVariableEngineSettings(name => name == "WEBQA_SEARXNG_ENDPOINT" ? "https://searx.example" : null);
        var engine = new HttpSearchEngine(new SearxngProtocol(), new EngineOptions(), settings, clients, TimeProvider.System);

        var fault = await Assert.ThrowsAsync<EngineFaultException>(() => engine.SearchAsync("crows", 8, TestContext.Current.CancellationToken));

        Assert.Equal((EngineFault.Unreachable, "SearXNG at searx.example cannot be reached: there is no host of that name."), (fault.Fault, fault.What));
    }

    private sealed class NoHosts : IHostResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<IPAddress>>([]);
    }
}
