using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using WebQA.TextBrowser.Environments;

namespace WebQA.TextBrowser.Tests.Environments;

/// <summary>Holds <c>docs/contracts/environment.schema.json</c> to the reader, and every definition that ships to both.</summary>
public sealed class EnvironmentSchemaTests : IAsyncDisposable
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    private readonly TestWeb _web = new();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    public static TheoryData<string> Shipped() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "environments"), "environment.json", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(Path.Combine(Root, "environments"), f).Count(c => c == Path.DirectorySeparatorChar) == 1)
            .Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_definition_follows_the_schema_and_is_read(string file)
    {
        var path = Path.Combine(Root, file);

        Assert.Equal([], FaultsBySchema(File.ReadAllText(path)));
        Assert.Equal(Path.GetFileName(Path.GetDirectoryName(path)), EnvironmentDefinitionReader.Read(Path.GetDirectoryName(path)!).Name);
    }

    [Fact]
    public void The_mini_web_is_among_those_that_ship() => Assert.Contains(Path.Combine("environments", "mini-web", "environment.json"), Shipped().Select(row => row.Data));

    [Theory]
    [InlineData("")]
    [InlineData("limits")]
    public void The_reader_and_the_schema_know_the_same_keys(string inside)
    {
        var schema = JsonNode.Parse(Schema)!["properties"]!.AsObject();
        var keys = inside.Length == 0 ? schema : schema[inside]!["properties"]!.AsObject();

        Assert.Equal(keys.Select(p => p.Key).Order(StringComparer.Ordinal), KeysOfReader(inside));
    }

    [Theory]
    [InlineData("\"limits\": { \"results\": 20 }", true)]
    [InlineData("\"limits\": { \"results\": 21 }", false)]
    [InlineData("\"limits\": { \"fetchSeconds\": 0 }", false)]
    [InlineData("\"limits\": { \"pageBytes\": 999 }", false)]
    [InlineData("\"limits\": { \"connectSeconds\": 61 }", false)]
    [InlineData("\"limits\": { \"headersSeconds\": 0 }", false)]
    [InlineData("\"limits\": { \"redirects\": 21 }", false)]
    [InlineData("\"limits\": { \"archiveHours\": -1 }", false)]
    [InlineData("\"limits\": { \"archiveHours\": 0, \"redirects\": 0 }", true)]
    [InlineData("\"limits\": { \"speed\": 1 }", false)]
    [InlineData("\"censor\": \"question\"", true)]
    [InlineData("\"censor\": \"reference\"", true)]
    [InlineData("\"censor\": \"everything\"", false)]
    [InlineData("\"blockedDomains\": [\"reddit.com\"]", true)]
    [InlineData("\"blockedDomains\": [\"https://reddit.com\"]", false)]
    [InlineData("\"blockedDomains\": \"reddit.com\"", false)]
    [InlineData("\"unsandboxedRendering\": \"yes\"", false)]
    [InlineData("\"description\": 1", false)]
    [InlineData("\"colour\": \"red\"", false)]
    public void What_the_schema_allows_the_reader_reads_and_what_it_forbids_is_refused(string line, bool isAllowed)
    {
        var definition = $$"""{ "version": 1, "name": "small", "title": "Small", "engines": ["local"], "pages": "web", {{line}} }""";
        _web.Add("small", definition);
        var folder = Path.Combine(_web.Folder, "small");

        Assert.Equal(isAllowed, FaultsBySchema(definition).Count == 0);
        Assert.Equal(isAllowed, Record.Exception(() => EnvironmentDefinitionReader.Read(folder)) is null);
    }

    [Theory]
    [InlineData("\"engines\": [\"local\"], \"pages\": \"web\"", true)]
    [InlineData("\"engines\": [{ \"engine\": \"local\" }], \"pages\": \"web\"", true)]
    [InlineData("\"engines\": [\"local\"], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"engine\": \"local\" }], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"engine\": \"local\", \"language\": \"en\" }], \"pages\": \"web\"", false)]
    [InlineData("\"engines\": [\"brave\"]", false)]
    [InlineData("\"engines\": [\"brave\"], \"pages\": \"web\"", true)]
    [InlineData("\"engines\": [\"brave\"], \"live\": false", false)]
    [InlineData("\"engines\": [\"brave\"], \"live\": true", true)]
    [InlineData("\"engines\": [\"brave\", \"local\"], \"live\": true, \"pages\": \"web\"", true)]
    [InlineData("\"engines\": [\"google\"], \"live\": true", false)]
    [InlineData("\"engines\": [], \"live\": true", false)]
    [InlineData("\"engines\": [\"exa\", \"exa\"], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"engine\": \"exa\" }, { \"engine\": \"exa\" }], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"key\": \"secret\" }], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"endpoint\": \"https://a.example/\" }], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"endpoint\": \"https://a.example/v1?x=y\", \"language\": \"pt-BR\", \"requestsPerMinute\": 10 }], \"live\": true", true)]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"endpoint\": \"ftp://a.example/\" }], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"endpoint\": \"https://me:secret@a.example/\" }], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"language\": \"\" }], \"live\": true", false)]
    [InlineData("\"engines\": [{ \"engine\": \"exa\", \"requestsPerMinute\": 6001 }], \"live\": true", false)]
    [InlineData("\"engines\": [\"exa\"], \"live\": \"yes\"", false)]
    [InlineData("\"engines\": [\"exa\"], \"live\": true, \"archivedCopies\": true", true)]
    [InlineData("\"engines\": [\"local\"], \"pages\": \"web\", \"archivedCopies\": true", false)]
    [InlineData("\"engines\": [\"exa\"], \"live\": true, \"privateOrigins\": [\"http://localhost:8080\", \"https://[::1]\", \"http://127.0.0.1:65535\"]", true)]
    [InlineData("\"engines\": [\"exa\"], \"live\": true, \"privateOrigins\": [\"localhost:8080\"]", false)]
    [InlineData("\"engines\": [\"exa\"], \"live\": true, \"privateOrigins\": [\"http://localhost:65536\"]", false)]
    [InlineData("\"engines\": [\"exa\"], \"live\": true, \"privateOrigins\": [\"http://localhost:8080/path\"]", false)]
    [InlineData("\"engines\": [\"exa\"], \"live\": true, \"privateOrigins\": \"http://localhost:8080\"", false)]
    public void The_reader_and_the_schema_agree_about_engines_and_live_webs(string lines, bool isAllowed)
    {
        var definition = $$"""{ "version": 1, "name": "wide", "title": "Wide", {{lines}} }""";
        _web.Add("wide", definition);

        Assert.Equal(isAllowed, FaultsBySchema(definition).Count == 0);
        Assert.Equal(isAllowed, Record.Exception(() => EnvironmentDefinitionReader.Read(Path.Combine(_web.Folder, "wide"))) is null);
    }

    private static string Schema => File.ReadAllText(Path.Combine(Root, "docs", "contracts", "environment.schema.json"));

    private static IReadOnlyList<string> FaultsBySchema(string definition)
    {
        var schema = JsonSchema.FromText(Schema, new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        using var document = JsonDocument.Parse(definition);
        var result = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is { Count: > 0 }).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")];
    }

    /// <summary>The keys that the reader asks for, as its refusal of another key lists them.</summary>
    private string[] KeysOfReader(string inside)
    {
        const string Unknown = "\"no-such-key\": 1";
        _web.Add("small", inside.Length == 0 ? $"{{ {Unknown} }}" : $"{{ \"{inside}\": {{ {Unknown} }} }}");
        var e = Assert.Throws<EnvironmentFolderException>(() => EnvironmentDefinitionReader.Read(Path.Combine(_web.Folder, "small")));
        var fault = e.Faults.Single(f => f.Contains("no-such-key", StringComparison.Ordinal));
        return fault[(fault.IndexOf("one of: ", StringComparison.Ordinal) + 8)..].TrimEnd('.').Split(", ");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
