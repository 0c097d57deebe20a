using WebQA.TextBrowser.Environments;

namespace WebQA.TextBrowser.Tests.Environments;

public sealed class EnvironmentDefinitionReaderTests : IAsyncDisposable
{
    private readonly TestWeb _web = new();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public void The_shipped_environment_is_read()
    {
        var definition = EnvironmentDefinitionReader.Read(Path.Combine(AppContext.BaseDirectory, "environments", "mini-web"));

        Assert.Equal(("mini-web", "Mini web"), (definition.Name, definition.Title));
        Assert.Equal(["local"], definition.Engines);
        Assert.Equal(["reddit.com", "quora.com"], definition.BlockedDomains);
        Assert.Equal(8, definition.Limits.Results);
        Assert.True(definition.UnsandboxedRendering);
        Assert.True(Directory.Exists(definition.PagesFolder));
    }

    [Fact]
    public void Every_fault_is_named_at_once_with_its_key_and_remedy()
    {
        const string Definition = """
            { "version": 2, "name": "other", "engines": ["local", "google"], "pages": "../elsewhere", "colour": "red",
              "limits": { "results": 0, "speed": 1 }, "blockedDomains": ["https://reddit.com"], "censor": "all", "unsandboxedRendering": "yes" }
            """;
        _web.Add("small", Definition);

        var e = Assert.Throws<EnvironmentFolderException>(() => EnvironmentDefinitionReader.Read(Path.Combine(_web.Folder, "small")));

        Assert.Equal(
            [
                "'version' must be 1, the version that this program reads.",
                "'name' is 'other', but the folder is 'small'; make them the same.",
                "'title' is missing; add it, for example \"Mini web\".",
                "'engines' names 'google', which is not an engine; there is: local.",
                "'pages' is '../elsewhere', which lies outside the environment's folder; name a folder inside it.",
                "'blockedDomains' holds 'https://reddit.com', which is not a domain; write it in lower case without scheme and path, for example \"reddit.com\".",
                "'censor' is 'all'; it must be one of: none, question, reference.",
                "'limits.results' must be a whole number from 1 to 20; the default is 8.",
                "'limits.speed' is not a key of this form; remove it, or use one of: fetchSeconds, pageBytes, renderSeconds, results.",
                "'unsandboxedRendering' must be true or false.",
                "'colour' is not a key of this form; remove it, or use one of: $schema, blockedDomains, censor, description, engines, limits, name, pages, title, unsandboxedRendering, version.",
            ],
            e.Faults);
        Assert.StartsWith($"The environment '{Path.Combine(_web.Folder, "small", "environment.json")}' cannot be used. 'version' must", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"version\": 1,", "It is not JSON (line 1, column 15); mend it there, or restore the file.")]
    [InlineData("[1]", "It must hold one JSON object.")]
    [InlineData("{ \"version\": 1, \"name\": \"small\", \"title\": \"S\", \"engines\": \"local\", \"pages\": \"pages\" }",
        "'engines' must be a list of texts, for example [\"local\"]. 'pages' is 'pages', but there is no such folder; create it, or name the one that holds the pages.")]
    public void A_definition_that_cannot_be_read_says_where_and_what_to_do(string definition, string faults)
    {
        _web.Add("small", definition);

        var e = Assert.Throws<EnvironmentFolderException>(() => EnvironmentDefinitionReader.Read(Path.Combine(_web.Folder, "small")));

        Assert.EndsWith($"cannot be used. {faults}", e.Message, StringComparison.Ordinal);
    }
}
