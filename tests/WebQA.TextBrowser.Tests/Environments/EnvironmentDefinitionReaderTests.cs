using WebQA.TextBrowser.Environments;
using WebQA.TextBrowser.Environments.Censoring;

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
        Assert.Equal([new EngineEntry("local")], definition.Engines);
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
                "'engines[1]' is 'google', which is not an engine; there is: local, mediawiki, searxng, kiwix, brave, tavily, exa, serper, custom.",
                "'pages' is '../elsewhere', which lies outside the environment's folder; name a folder inside it.",
                "'blockedDomains' holds 'https://reddit.com', which is not a domain; write it in lower case without scheme and path, for example \"reddit.com\".",
                "'censor' is 'all'; it must be one of: none, question, reference.",
                "'limits.results' must be a whole number from 1 to 20; the default is 8.",
                "'limits.speed' is not a key of this form; remove it, or use one of: archiveHours, connectSeconds, fetchSeconds, headersSeconds, pageBytes, redirects, renderSeconds, results.",
                "'unsandboxedRendering' must be true or false.",
                "'colour' is not a key of this form; remove it, or use one of: $schema, archivedCopies, blockedDomains, censor, description, engines, limits, live, name, pages, privateOrigins, title, unsandboxedRendering, version.",
            ],
            e.Faults);
        Assert.StartsWith($"The environment '{Path.Combine(_web.Folder, "small", "environment.json")}' cannot be used. 'version' must", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_web_needs_no_pages_and_hides_those_that_hold_the_question()
    {
        const string Definition = """
            { "version": 1, "name": "wide", "title": "Wide", "live": true, "archivedCopies": true, "privateOrigins": ["http://localhost:8080", "https://127.1"],
              "engines": ["brave", { "engine": "searxng", "endpoint": "http://localhost:8080/search", "language": "de", "requestsPerMinute": 30 }] }
            """;
        _web.Add("wide", Definition);

        var definition = EnvironmentDefinitionReader.Read(Path.Combine(_web.Folder, "wide"));

        Assert.Equal([new EngineEntry("brave"), new EngineEntry("searxng", new Uri("http://localhost:8080/search"), "de", 30)], definition.Engines);
        Assert.Equal(["http://localhost:8080", "https://127.0.0.1:443"], definition.PrivateOrigins);
        Assert.Equal((true, true, null, CensorRule.Question), (definition.IsLive, definition.UsesArchivedCopies, definition.PagesFolder, definition.Censor));
    }

    [Theory]
    [InlineData("\"engines\": []", "'engines' is empty; name at least one engine: local, mediawiki, searxng, kiwix, brave, tavily, exa, serper, custom.")]
    [InlineData("\"engines\": [\"brave\", \"brave\"]", "'engines[1]' names an engine a second time; name each once.")]
    [InlineData("\"engines\": [7]", "'engines[0]' must be the name of an engine, or an object with the key 'engine'.")]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"key\": \"secret\" }]", "'engines[0].key' is not a key of this form; remove it, or use one of: endpoint, engine, language, requestsPerMinute.")]
    [InlineData("\"engines\": [{ \"endpoint\": \"https://a.example/\" }]", "'engines[0].engine' is missing; add it, for example \"searxng\".")]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"endpoint\": \"ftp://a.example/\" }]",
        "'engines[0].endpoint' is 'ftp://a.example/'; it must be an http or https address without a name, password or white space, for example \"https://search.example/\".")]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"language\": \"German!\" }]", "'engines[0].language' is 'German!'; it must be a language tag such as \"en\" or \"pt-BR\".")]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"requestsPerMinute\": 0 }]", "'engines[0].requestsPerMinute' must be a whole number from 1 to 6000.")]
    [InlineData("\"engines\": [\"exa\"], \"privateOrigins\": [\"http://localhost:8080/\"]",
        "'privateOrigins' holds 'http://localhost:8080/', which is not an origin; write scheme, host and port in lower case without a path, for example \"http://localhost:8080\".")]
    public void What_is_wrong_with_a_live_web_is_named_with_its_place(string line, string fault)
    {
        _web.Add("wide", $$"""{ "version": 1, "name": "wide", "title": "Wide", "live": true, {{line}} }""");

        var e = Assert.Throws<EnvironmentFolderException>(() => EnvironmentDefinitionReader.Read(Path.Combine(_web.Folder, "wide")));

        Assert.Equal([fault], e.Faults);
    }

    [Theory]
    [InlineData("{ \"version\": 1,", "It is not JSON (line 1, column 15); mend it there, or restore the file.")]
    [InlineData("[1]", "It must hold one JSON object.")]
    [InlineData("{ \"version\": 1, \"name\": \"small\", \"title\": \"S\", \"engines\": \"local\", \"pages\": \"pages\" }",
        "'engines' must be a list, for example [\"local\"]. 'pages' is 'pages', but there is no such folder; create it, or name the one that holds the pages.")]
    public void A_definition_that_cannot_be_read_says_where_and_what_to_do(string definition, string faults)
    {
        _web.Add("small", definition);

        var e = Assert.Throws<EnvironmentFolderException>(() => EnvironmentDefinitionReader.Read(Path.Combine(_web.Folder, "small")));

        Assert.EndsWith($"cannot be used. {faults}", e.Message, StringComparison.Ordinal);
    }
}
