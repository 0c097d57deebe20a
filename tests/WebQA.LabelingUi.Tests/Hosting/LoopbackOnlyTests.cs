using Microsoft.Extensions.Configuration;
using WebQA.LabelingUi.Hosting;

namespace WebQA.LabelingUi.Tests.Hosting;

public class LoopbackOnlyTests
{
    [Fact]
    public void Without_a_setting_the_app_listens_on_port_5080_of_this_machine() =>
        Assert.Equal(["http://127.0.0.1:5080"], LoopbackOnly.Urls(Configuration(null)));

    [Theory]
    [InlineData("http://localhost:5081")]
    [InlineData("http://127.0.0.2:0")]
    [InlineData("http://[::1]:5080;http://127.0.0.1:5080")]
    public void Addresses_of_this_machine_are_taken(string urls) =>
        Assert.Equal(urls.Split(';'), LoopbackOnly.Urls(Configuration(urls)));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.4:5080")]
    [InlineData("http://example.com:80")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.1:5080")]
    public void Addresses_that_others_can_reach_are_refused(string urls)
    {
        var refused = Assert.Throws<ListenRefusedException>(() => LoopbackOnly.Urls(Configuration(urls)));

        Assert.EndsWith(
            "can be reached from other machines, and WebQA has no sign-in yet. Listen on this machine only, for example --urls http://127.0.0.1:5080, "
            + "and reach it from elsewhere through an SSH tunnel.",
            refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_of_the_server_s_own_settings_is_checked_too() => Assert.Throws<ListenRefusedException>(() => LoopbackOnly.Urls(
        new ConfigurationBuilder().AddInMemoryCollection([new("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:80")]).Build()));

    [Fact]
    public void What_is_no_address_is_named()
    {
        var refused = Assert.Throws<ListenRefusedException>(() => LoopbackOnly.Urls(Configuration("5080")));

        Assert.Equal("'5080' is not an address to listen on. Give one such as http://127.0.0.1:5080.", refused.Message);
    }

    private static IConfiguration Configuration(string? urls) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls)]).Build();
}
