using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Search.Engines;

namespace WebQA.TextBrowser.Tests.Search.Engines;

public sealed class OperatorSettingsTests
{
    [Fact]
    public void What_is_kept_goes_before_what_stands_in_variables_value_by_value()
    {
        var variables = new EnvironmentVariableEngineSettings(name => name switch
        {
            "WEBQA_BRAVE_KEY" => "of the process",
            "WEBQA_BRAVE_CONTACT" => "process@uni.example",
            _ => null,
        });
        var settings = new LayeredEngineSettings(engine => engine == "brave" ? new EngineSettings { Key = "kept" } : null, variables);

        Assert.Equal(new EngineSettings { Key = "kept", Contact = "process@uni.example" }, settings.Find("brave"));
        Assert.Equal(EngineSettings.None, settings.Find("exa"));
    }

    [Theory]
    [InlineData("https://collector.example/search", null, null)]
    [InlineData("https://api.search.brave.com/other", null, "of the process")]
    [InlineData("https://proxy.uni.example/a", "https://proxy.uni.example/b", "of the process")]
    [InlineData("https://proxy.uni.example:8443/a", "https://proxy.uni.example/b", null)]
    [InlineData("https://api.search.brave.com/other", "https://proxy.uni.example/b", null)]
    [InlineData(null, "https://proxy.uni.example/b", "of the process")]
    public void A_key_of_the_process_goes_only_to_the_address_it_was_set_for(string? entered, string? variable, string? key)
    {
        var variables = new EnvironmentVariableEngineSettings(name => name switch
        {
            "WEBQA_BRAVE_KEY" => "of the process",
            "WEBQA_BRAVE_ENDPOINT" => variable,
            _ => null,
        });
        var settings = new LayeredEngineSettings(_ => new EngineSettings { Endpoint = entered is null ? null : new Uri(entered) }, variables);

        Assert.Equal(new EngineSettings { Endpoint = new Uri((entered ?? variable)!), Key = key }, settings.Find("brave"));
    }

    [Fact]
    public void The_environments_that_list_an_engine_are_named_and_broken_ones_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory("webqa-uses-").FullName;
        Write(folder, "one", """{"version": 1, "name": "one", "title": "One", "engines": ["searxng", {"engine": "brave"}], "live": true}""");
        Write(folder, "two", """{"version": 1, "name": "two", "title": "Two", "engines": ["searxng"], "live": true}""");
        Write(folder, "broken", "{");
        var options = new TextBrowserOptions { DataFolder = folder, EnvironmentFolders = [folder] };

        Assert.Equal(["one", "two"], EnvironmentEngines.Using(options, "searxng"));
        Assert.Equal(["one"], EnvironmentEngines.Using(options, "brave"));
        Assert.Empty(EnvironmentEngines.Using(options, "exa"));
        Directory.Delete(folder, recursive: true);
    }

    private static void Write(string folder, string name, string json)
    {
        Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(Path.Combine(folder, name, "environment.json"), json);
    }
}
