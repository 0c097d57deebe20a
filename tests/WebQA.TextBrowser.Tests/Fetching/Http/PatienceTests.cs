using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.TextBrowser.Tests.Fetching.Http;

public sealed class PatienceTests
{
    private static readonly Uri Url = new("https://a.example/page");

    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_fault_that_passes_is_tried_again_twice_with_growing_waits(int status)
    {
        var transport = Script(() => ScriptedTransport.Status(status), () => ScriptedTransport.Status(status), () => ScriptedTransport.Page());

        var outcome = await FetchAsync(transport);

        Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Equal([0, 0.3, 0.9], transport.Times);
    }

    [Theory]
    [InlineData(0, new[] { 0, 0.15, 0.45 })]
    [InlineData(1, new[] { 0, 0.45, 1.35 })]
    public async Task Chance_spreads_the_waits(double chance, double[] times)
    {
        var transport = Script(() => ScriptedTransport.Status(503));

        await FetchAsync(transport, chance);

        Assert.Equal(times, transport.Times);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_fault_that_does_not_pass_is_not_tried_again(int status)
    {
        var transport = Script(() => ScriptedTransport.Status(status));

        Assert.IsType<FetchOutcome.Failed>(await FetchAsync(transport));

        Assert.Equal([0], transport.Times);
    }

    [Theory]
    [InlineData(SocketError.ConnectionReset, 3, "connect", "a.example broke the connection off. Try it again later, or go back and try another link.")]
    [InlineData(SocketError.TryAgain, 3, "dns", "The address of a.example could not be looked up: no name server answered. Check that this machine is on the network, then try it again.")]
    [InlineData(SocketError.ConnectionRefused, 1, "connect", "a.example takes no connections: nothing answers at that address. Go back and try another link.")]
    [InlineData(SocketError.NetworkUnreachable, 1, "connect", "a.example cannot be reached from here. Check that this machine is on the network, then try it again.")]
    public async Task A_connection_that_breaks_off_is_tried_again_and_one_that_is_refused_is_not(SocketError error, int tries, string kind, string message)
    {
        var transport = Script(() => throw new HttpRequestException(HttpRequestError.ConnectionError, null, new SocketException((int)error)));

        var outcome = await FetchAsync(transport);

        Assert.Equal(new FetchOutcome.Failed(kind, message), outcome);
        Assert.Equal(tries, transport.Asked.Count);
    }

    [Fact]
    public async Task A_short_pause_that_a_site_asks_for_is_kept_and_then_it_is_asked_again()
    {
        var transport = Script(() => ScriptedTransport.Status(429, TimeSpan.FromSeconds(5)), () => ScriptedTransport.Page());

        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(transport));

        Assert.Equal([0, 5.3], transport.Times);
    }

    [Fact]
    public async Task A_long_pause_is_reported_at_once_and_the_site_is_left_alone_until_it_is_over()
    {
        var transport = Script(() => ScriptedTransport.Status(429, TimeSpan.FromHours(2)), () => ScriptedTransport.Page());
        using var fetcher = Fetcher(transport);

        var first = await FinishAsync(fetcher.FetchAsync(Url, Token));
        _clock.Advance(TimeSpan.FromMinutes(30));
        var second = await FinishAsync(fetcher.FetchAsync(new Uri("https://a.example/other"), Token));
        _clock.Advance(TimeSpan.FromMinutes(90));
        var third = await FinishAsync(fetcher.FetchAsync(Url, Token));

        Assert.Equal(new FetchOutcome.Failed("throttled", "a.example asks for a pause (HTTP 429). Try another site first."), first);
        Assert.Equal(new FetchOutcome.Failed("throttled", "a.example has asked for a pause of which 90 minutes are left, so it was not asked. Try another site first."), second);
        Assert.IsType<FetchOutcome.Fetched>(third);
        Assert.Equal(2, transport.Asked.Count);
    }

    [Fact]
    public async Task A_pause_of_one_site_does_not_hold_up_another()
    {
        var transport = Script(() => ScriptedTransport.Status(503, TimeSpan.FromHours(2)), () => ScriptedTransport.Page());
        using var fetcher = Fetcher(transport);

        await FinishAsync(fetcher.FetchAsync(Url, Token));

        Assert.IsType<FetchOutcome.Fetched>(await FinishAsync(fetcher.FetchAsync(new Uri("https://b.example/"), Token)));
    }

    [Fact]
    public async Task A_site_that_names_no_time_is_left_alone_for_half_a_minute()
    {
        var transport = Script(() => ScriptedTransport.Status(429), () => ScriptedTransport.Page());
        using var fetcher = Fetcher(transport);

        await FinishAsync(fetcher.FetchAsync(Url, Token));
        var second = Assert.IsType<FetchOutcome.Failed>(await FinishAsync(fetcher.FetchAsync(Url, Token)));

        Assert.Equal("a.example has asked for a pause of which 30 seconds are left, so it was not asked. Try another site first.", second.Message);
    }

    [Fact]
    public async Task A_pause_that_does_not_fit_in_the_time_of_the_page_is_not_waited_for()
    {
        var transport = Script(() => ScriptedTransport.Status(503, TimeSpan.FromSeconds(25)));

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(transport));

        Assert.Equal(("server_error", 1), (failed.Kind, transport.Asked.Count));
        Assert.Equal(0, Math.Round((_clock.GetUtcNow() - _clock.Start).TotalSeconds));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ScriptedTransport Script(params Func<HttpResponseMessage>[] answers) => new(_clock, answers);

    private HttpPageFetcher Fetcher(ScriptedTransport transport, double chance = 0.5) =>
        new(new UrlRules(new GuardOptions()), new HttpMessageInvoker(transport), new HttpLimits(), _clock, () => chance);

    private async Task<FetchOutcome> FetchAsync(ScriptedTransport transport, double chance = 0.5)
    {
        using var fetcher = Fetcher(transport, chance);
        return await FinishAsync(fetcher.FetchAsync(Url, Token));
    }

    /// <summary>Lets the clock run, a tenth of a second at a time, until a task ends.</summary>
    private async Task<FetchOutcome> FinishAsync(Task<FetchOutcome> fetching)
    {
        while (!fetching.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1, Token);
        }
        return await fetching;
    }
}
