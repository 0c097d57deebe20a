using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Tests.Search.Engines;

/// <summary>Where the operator's keys go, and where they never go.</summary>
public sealed class EngineKeyTests
{
    private const string Key = "sk-0123456789";

    public static TheoryData<string> Engines() => [.. EngineProtocols.All.Select(static p => p.Name)];

    [Fact]
    public void Every_engine_that_a_definition_can_name_can_be_asked() =>
        Assert.Equal(EngineEntry.Names.Where(n => n != EngineEntry.Local).Order(StringComparer.Ordinal), EngineProtocols.All.Select(static p => p.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_key_is_in_no_address_and_no_message_even_where_the_engine_repeats_it(string engine)
    {
        foreach (var (status, body) in new[]
        {
            (401, $$"""{"error": "bad key {{Key}}", "message": "bad key {{Key}}", "detail": {"error": "bad key {{Key}}"} }"""),
            (400, $$"""{"error": {"detail": "bad key {{Key}}", "message": "bad key {{Key}}"} }"""),
            (200, $$"""{"error": {"code": "x", "info": "bad key {{Key}}"}, "message": "bad key {{Key}}" }"""),
            (400, $"<error>x</error><detail>bad key {Key}</detail>"),
        })
        {
            await using var bench = await EngineBench.StartAsync(EngineProtocols.Get(engine), FakeService.Sends(body, status));
            bench.Settings = bench.Settings with { Key = Key };

            var fault = await bench.FaultAsync();

            Assert.DoesNotContain(Key, fault.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Key, Assert.Single(bench.Service.Requests).Line, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_environment_cannot_have_the_key_sent_to_an_address_of_its_own(string engine)
    {
        await using var bench = await EngineBench.StartAsync(EngineProtocols.Get(engine));
        bench.Settings = new EngineSettings { Key = Key };
        bench.Options = new EngineOptions { Endpoint = bench.Service.Url, PrivateOrigins = [bench.Service.Origin] };

        var fault = await bench.FaultAsync();

        Assert.Equal((EngineFault.NotConfigured, true), (fault.Fault, fault.Message.Contains("was not given for that address", StringComparison.Ordinal)));
        Assert.Empty(bench.Service.Requests);
    }

    [Fact]
    public async Task A_key_for_the_operators_own_address_is_not_sent_to_the_usual_one()
    {
        await using var bench = await EngineBench.StartAsync(EngineProtocols.Get("brave"));
        bench.Settings = new EngineSettings { Endpoint = new Uri("https://proxy.uni.example/brave"), Key = Key };
        bench.Options = new EngineOptions { Endpoint = EngineProtocols.Get("brave").DefaultEndpoint(language: null) };

        Assert.Equal(
            "The environment asks Brave Search at api.search.brave.com, but the key in the settings was not given for that address. "
            + "To send the key there, set WEBQA_BRAVE_ENDPOINT to https://api.search.brave.com/res/v1/web/search too.",
            (await bench.FaultAsync()).Message);
    }

    [Fact]
    public async Task A_key_with_a_line_break_is_refused_before_anything_is_sent()
    {
        await using var bench = await EngineBench.StartAsync(EngineProtocols.Get("brave"));
        bench.Settings = bench.Settings with { Key = "sk-1\r\nX-Evil: 1" };

        Assert.Equal("The key of Brave Search holds a space or another character that no key has. Copy it again, whole and alone.", (await bench.FaultAsync()).Message);
        Assert.Empty(bench.Service.Requests);
    }
}
