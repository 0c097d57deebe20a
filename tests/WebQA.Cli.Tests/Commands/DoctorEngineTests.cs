using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Storage;
using WebQA.Storage.Engines;

namespace WebQA.Cli.Tests.Commands;

public sealed class DoctorEngineTests : IDisposable
{
    private const string Secret = "never-printed-4f2";

    private readonly TinyWeb _web = new();

    [Fact]
    public async Task A_key_that_was_entered_in_the_app_is_said_to_be_kept_and_never_printed()
    {
        Save("brave", new EngineChange { NewKey = Secret });

        var run = await _web.RunAsync("doctor");

        Assert.Contains("Search engine  ok       Brave Search (brave): a key is kept\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Search engine  off      Serper (serper): Serper has no key yet.\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("To do: Enter its key in the settings, or set WEBQA_SERPER_KEY.\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_whose_folder_was_lost_is_missing_with_the_remedy()
    {
        Save("brave", new EngineChange { NewKey = Secret });
        Directory.Delete(Path.Combine(_web.Data, "keys"), recursive: true);

        var run = await _web.RunAsync("doctor");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Brave Search has a key that cannot be read, since what it was encrypted with is gone", run.Out, StringComparison.Ordinal);
        Assert.Contains("To do: Enter the key again in the settings.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_asked_for_engines_are_tried_and_a_fault_has_its_remedy()
    {
        using var searxng = Start("""{"query": "x", "results": [{"url": "https://a.example/", "title": "A", "content": ""}]}""", out var origin);
        Save("searxng", new EngineChange { Endpoint = origin });
        Save("custom", new EngineChange { Endpoint = "http://127.0.0.1:9/" });
        // The engines of the public web are turned to a closed door of this machine, so that the test asks nobody.
        Save("mediawiki", new EngineChange { Endpoint = "http://127.0.0.1:9/" });
        Save("tavily", new EngineChange { Endpoint = "http://127.0.0.1:9/" });

        var run = await _web.RunAsync("doctor", "--engines", "--json", "-");

        using var findings = JsonDocument.Parse(run.Out);
        var engines = findings.RootElement.EnumerateArray().Where(f => f.GetProperty("name").GetString() == "Search engine").ToList();
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["missing", "ok", "off", "off", "missing", "off", "off", "missing"], engines.Select(e => e.GetProperty("status").GetString()));
        Assert.Matches(@"^SearXNG \(searxng\): no key, 1 result in [\d,]+ ms$", engines[1].GetProperty("detail").GetString());
        Assert.StartsWith("The custom engine (custom): The custom engine at 127.0.0.1:9 cannot be reached: ", engines[7].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Check that it runs and that its address in the environment or in the settings is right.", engines[7].GetProperty("remedy").GetString());
    }

    public void Dispose() => _web.Dispose();

    private void Save(string engine, EngineChange change)
    {
        var services = new ServiceCollection();
        services.AddStorage(new DataFolder(_web.Data));
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IEngineStore>().Save(engine, change, by: null);
    }

    /// <summary>Answers every request alike until disposed.</summary>
    private static HttpListener Start(string json, out string origin)
    {
        for (var port = 20_080; ; port++)
        {
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                listener.Start();
            }
            catch (HttpListenerException)
            {
                continue;
            }
            origin = $"http://127.0.0.1:{port}";
            _ = AnswerAsync(listener, json);
            return listener;
        }
    }

    private static async Task AnswerAsync(HttpListener listener, string json)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(json));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
