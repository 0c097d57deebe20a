using Microsoft.Extensions.Configuration;
using WebQA.LabelingUi.Hosting;

namespace WebQA.LabelingUi.Tests.Hosting;

public class ListeningTests
{
    [Fact]
    public void Without_a_setting_the_app_listens_on_port_5080_of_this_machine_without_sign_in()
    {
        var listening = Read(null);

        Assert.Equal(["http://127.0.0.1:5080"], listening.Urls);
        Assert.False(listening.RequiresSignIn);
    }

    [Theory]
    [InlineData("http://localhost:5081")]
    [InlineData("http://127.0.0.2:0")]
    [InlineData("http://[::1]:5080;http://127.0.0.1:5080")]
    public void On_addresses_of_this_machine_nobody_signs_in(string urls)
    {
        var listening = Read(urls);

        Assert.Equal(urls.Split(';'), listening.Urls);
        Assert.False(listening.RequiresSignIn);
        Assert.False(listening.AnswersTo("192.168.1.4"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.4:5080")]
    [InlineData("http://example.com:80")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.1:5080")]
    public void On_addresses_that_others_can_reach_people_sign_in_and_are_told_of_plain_text(string urls)
    {
        var listening = Read(urls);

        Assert.True(listening.RequiresSignIn);
        Assert.Single(listening.Unencrypted);
    }

    [Fact]
    public void An_endpoint_of_the_server_s_own_settings_counts_too() =>
        Assert.True(Listening.Read(Configuration("Kestrel:Endpoints:Http:Url", "https://0.0.0.0:443")).RequiresSignIn);

    [Fact]
    public void Encrypted_addresses_need_no_warning() => Assert.Empty(Read("https://0.0.0.0:443").Unencrypted);

    [Fact]
    public void Sign_in_can_be_asked_for_on_this_machine_too() => Assert.True(Listening.Read(Configuration("SignIn:Required", "true")).RequiresSignIn);

    [Fact]
    public void A_host_that_is_listened_on_by_name_is_answered_to()
    {
        Assert.True(Read("http://webqa.example:80").AnswersTo("WebQA.example"));
        Assert.False(Read("http://webqa.example:80").AnswersTo("other.example"));
    }

    [Theory]
    [InlineData("urls", "5080", "'5080' is not an address to listen on. Give one such as http://127.0.0.1:5080.")]
    [InlineData("SignIn:Required", "yes", "SignIn:Required is 'yes'. Give true or false.")]
    public void What_cannot_be_read_is_named(string setting, string value, string message) =>
        Assert.Equal(message, Assert.Throws<ListenRefusedException>(() => Listening.Read(Configuration(setting, value))).Message);

    private static Listening Read(string? urls) => Listening.Read(Configuration("urls", urls));

    private static IConfiguration Configuration(string name, string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
}
