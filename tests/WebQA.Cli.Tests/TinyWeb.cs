using WebQA.Cli.Hosting;

namespace WebQA.Cli.Tests;

/// <summary>A data folder with an environment of three pages in it, so that a first start takes a moment; shared by the tests of a collection.</summary>
public sealed class TinyWeb : IDisposable
{
    public const string Name = "tiny-web";

    /// <summary>A question that the pages answer.</summary>
    public const string Question = "Why do crows leave gifts for people?";

    public TinyWeb()
    {
        var folder = Path.Combine(Data, "environments", Name);
        Write(folder, "environment.json", $$"""
            { "version": 1, "name": "{{Name}}", "title": "Tiny web", "engines": ["local"], "pages": "web" }
            """);
        Write(folder, "web/birds.example/crow-gifts.html", Page(
            "Crow gifts",
            "<p>Crows leave gifts for people who feed them because an object that was left once was followed by extra food, and the bird learnt that leaving things pays.</p>"
            + "<p>Crows remember the faces of people for years. They put down what they carry in order to pick up a peanut, and people call what remains a gift.</p>"
            + "<p>No controlled study has shown how often crows leave gifts or what they mean by it. See <a href=\"https://birds.example/feeding\">feeding crows</a>.</p>"));
        Write(folder, "web/birds.example/feeding.html", Page(
            "Feeding crows",
            "<p>Put out unsalted peanuts at the same time every day and walk away. It takes weeks before crows come while you are in view.</p>"));
        Write(folder, "web/stones.example/granite.html", Page(
            "Granite",
            "<p>Granite forms when magma cools slowly deep in the crust, so that its crystals have time to grow.</p>"));
    }

    /// <summary>The data folder.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("webqa-cli-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Data, recursive: true);

    internal Task<CliRun> RunAsync(params string[] args) => CliRun.InAsync(Data, args);

    /// <summary>Asks the question and returns the id of the episode.</summary>
    internal async Task<string> AskAsync(params string[] options)
    {
        var run = await RunAsync(["ask", Question, "--environment", Name, .. options]);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        return run.Error.Split('\n').First(line => line.StartsWith("Episode ", StringComparison.Ordinal)).Split(' ')[1];
    }

    private static string Page(string title, string body) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>";

    private static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
