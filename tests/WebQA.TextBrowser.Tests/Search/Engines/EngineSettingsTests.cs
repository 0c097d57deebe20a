using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class EngineSettingsTests
{
    private static EnvironmentVariableEngineSettings Variables(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(v => v.Name == name).Value);

    [Fact]
    public void Each_engine_has_variables_of_its_own()
    {
        var settings = Variables(("WEBQA_BRAVE_KEY", " BSA-1 "), ("WEBQA_MEDIAWIKI_CONTACT", "ops@birds.example"), ("WEBQA_SEARXNG_ENDPOINT", "http://localhost:8888"), ("WEBQA_EXA_KEY", " "));

        Assert.Equal(new EngineSettings { Key = "BSA-1" }, settings.Find("brave"));
        Assert.Equal(new EngineSettings { Contact = "ops@birds.example" }, settings.Find("mediawiki"));
        Assert.Equal(new EngineSettings { Endpoint = new Uri("http://localhost:8888") }, settings.Find("searxng"));
        Assert.Equal(EngineSettings.None, settings.Find("exa"));
    }

    [Fact]
    public void An_address_that_cannot_be_is_named_with_its_variable()
    {
        var fault = Assert.Throws<EngineFaultException>(() => Variables(("WEBQA_KIWIX_ENDPOINT", "localhost:8080")).Find("kiwix"));

        Assert.Equal("WEBQA_KIWIX_ENDPOINT is not a web address. Write it with http:// or https://, for example http://localhost:8888.", fault.Message);
    }

    [Fact]
    public void Settings_never_show_their_key() =>
        Assert.Equal("endpoint as usual, a key, contact none", new EngineSettings { Key = "BSA-1" }.ToString());
}
