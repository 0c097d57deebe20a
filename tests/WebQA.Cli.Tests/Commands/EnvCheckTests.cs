using System.Net;
using System.Text;

namespace WebQA.Cli.Tests.Commands;

public sealed class EnvCheckTests : IDisposable
{
    private readonly TinyWeb _web = new();
    private readonly HttpListener _searxng = new();
    private readonly string _origin;

    public EnvCheckTests() => _origin = Start();

    public void Dispose()
    {
        _searxng.Close();
        _web.Dispose();
    }

    [Fact]
    public async Task An_engine_that_works_is_tried_and_counted_and_its_pages_are_opened()
    {
        Add("lab", $$"""[{ "engine": "searxng", "endpoint": "{{_origin}}" }]""");

        var run = await _web.RunAsync("env", "check", "lab");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Matches(@"^lab: searxng: 1 result in \d+ ms, 1 request this month\.\nlab: Lab, [0-9a-f]{12}, search and pages work\.\n$", run.Out);
    }

    [Fact]
    public async Task An_engine_with_a_fault_has_its_remedy_and_another_one_may_answer_for_it()
    {
        Add("lab", $$"""["exa", { "engine": "searxng", "endpoint": "{{_origin}}" }]""");

        var run = await _web.RunAsync("env", "check", "lab");

        Assert.Equal((1, "lab: exa: Exa has no key yet. To do: Enter its key in the settings, or set WEBQA_EXA_KEY.\n"), (run.ExitCode, run.Error));
        Assert.EndsWith("search and pages work by another engine.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_names_the_engines_of_each_environment()
    {
        var run = await _web.RunAsync("env", "list");

        Assert.Matches(@"\nwikipedia +mediawiki +[0-9a-f]{12} +Wikipedia\n", run.Out);
    }

    private void Add(string name, string engines)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_web.Data, "environments", name));
        File.WriteAllText(
            Path.Combine(folder.FullName, "environment.json"),
            $$"""{ "version": 1, "name": "{{name}}", "title": "Lab", "live": true, "privateOrigins": ["{{_origin}}"], "engines": {{engines}} }""");
    }

    /// <summary>A SearXNG with one result, and the page that it leads to.</summary>
    private string Start()
    {
        for (var port = 21_080; ; port++)
        {
            var origin = $"http://127.0.0.1:{port}";
            _searxng.Prefixes.Clear();
            _searxng.Prefixes.Add($"{origin}/");
            try
            {
                _searxng.Start();
            }
            catch (HttpListenerException)
            {
                continue;
            }
            _ = AnswerAsync(origin);
            return origin;
        }
    }

    private async Task AnswerAsync(string origin)
    {
        try
        {
            while (true)
            {
                var context = await _searxng.GetContextAsync();
                var isSearch = context.Request.Url!.AbsolutePath == "/search";
                context.Response.ContentType = isSearch ? "application/json" : "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(isSearch
                    ? $$"""{"results": [{"url": "{{origin}}/crows", "title": "Crows", "content": "A crow may leave a gift."}]}"""
                    : $"<!DOCTYPE html><title>Crows</title><main><h1>Crows</h1><p>{string.Concat(Enumerable.Repeat("A crow may leave a gift for those who feed it. ", 20))}</p></main>"));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
