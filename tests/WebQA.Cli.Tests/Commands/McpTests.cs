using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using WebQA.Cli.Hosting;
using WebQA.Cli.Mcp;
using WebQA.Cli.Tests.Doubles;
using WebQA.Core.Episodes;
using WebQA.Storage;

namespace WebQA.Cli.Tests.Commands;

/// <summary>The real process, spoken to by the protocol's own client.</summary>
public class McpTests(TinyWeb web) : IClassFixture<TinyWeb>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tools_are_the_commands_of_the_browser_and_ask_and_none_takes_an_address()
    {
        await using var client = await StartAsync();

        var tools = await client.ListToolsAsync(cancellationToken: Token);

        Assert.Equal(["ask", "back", "click", "find", "quote", "scroll", "search", "top"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(tools, t => t.JsonSchema.GetRawText().Contains("url", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Follow the link with that id.", tools.Single(t => t.Name == "click").Description);
    }

    [Fact]
    public async Task An_agent_searches_clicks_finds_quotes_and_goes_back_and_all_of_it_is_stored()
    {
        await using (var client = await StartAsync())
        {
            Assert.Equal("No page is shown yet; search first.", await CallAsync(client, "click", isError: true, ("link", 0)));

            Assert.Contains("♦Title\nSearch results for: crow gifts\n", await CallAsync(client, "search", isError: false, ("query", "crow gifts"), ("question", TinyWeb.Question)), StringComparison.Ordinal);
            Assert.Contains("A results page cannot be quoted; open a page first.", await CallAsync(client, "quote", isError: true, ("text", "an object that was left once")), StringComparison.Ordinal);
            Assert.Contains("♦Title\nCrow gifts (birds.example)\n", await CallAsync(client, "click", isError: false, ("link", 0)), StringComparison.Ordinal);
            Assert.Contains("Link 99 is not on this page; links 0 to 0 are.", await CallAsync(client, "click", isError: true, ("link", 99)), StringComparison.Ordinal);
            Assert.Contains("That is not a command of the text browser.", await CallAsync(client, "click", isError: true, ("link", -1)), StringComparison.Ordinal);
            await CallAsync(client, "find", isError: false, ("text", "controlled study"));
            Assert.Contains("♦Quotes\nFrom Crow gifts (birds.example)\n> No controlled study has shown", await CallAsync(client, "quote", isError: false, ("text", "No controlled\nstudy has shown")), StringComparison.Ordinal);
            await CallAsync(client, "top", isError: false);
            await CallAsync(client, "scroll", isError: false, ("direction", "down"));
            Assert.Equal("'left' is no direction; scroll 'down' or 'up'.", await CallAsync(client, "scroll", isError: true, ("direction", "left")));
            Assert.Contains("♦Title\nSearch results for: crow gifts\n", await CallAsync(client, "back", isError: false), StringComparison.Ordinal);
        }

        var list = await web.RunAsync("episode", "list");
        var line = list.Out.Split('\n').First(l => l.Contains(TinyWeb.Question, StringComparison.Ordinal) && l.Contains("stopped", StringComparison.Ordinal));
        var shown = await web.RunAsync("episode", "show", line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
        Assert.Contains("Quote: No controlled study has shown", shown.Out, StringComparison.Ordinal);
        Assert.Contains("The session ended after 10 actions, with 1 quotes; no answer was asked for.", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_with_verified_quotes_and_each_step_is_a_note_of_progress()
    {
        await using var client = await StartAsync();
        var notes = new Notes();

        var result = await client.CallToolAsync("ask", new Dictionary<string, object?>(StringComparer.Ordinal) { ["question"] = TinyWeb.Question }, notes, cancellationToken: Token);

        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.NotEqual(true, result.IsError);
        Assert.Contains("[1]", text, StringComparison.Ordinal);
        Assert.Contains("https://birds.example/crow-gifts, read ", text, StringComparison.Ordinal);
        Assert.Contains("Every quote was found word for word in its stored page (", text, StringComparison.Ordinal);
        var document = JsonDocument.Parse(JsonSerializer.Serialize(result.StructuredContent)).RootElement;
        Assert.Equal(("webqa.answer/1", "answered"), (document.GetProperty("schema").GetString(), document.GetProperty("outcome").GetString()));
        Assert.Contains(notes.Messages, m => m.Contains("Search ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_cannot_be_asked_is_refused_with_the_reason()
    {
        await using var client = await StartAsync();

        Assert.Equal("The question is empty. Type what you want to know, for example: Why do crows bring people gifts?", await CallAsync(client, "ask", isError: true, ("question", " ")));
    }

    [Fact]
    public async Task A_client_that_cancels_stops_the_episode()
    {
        using var stop = new CancellationTokenSource();
        var data = Directory.CreateTempSubdirectory("webqa-mcp-");
        try
        {
            await using var session = new CliSession(Stream.Null, TextWriter.Null, services =>
            {
                Program.AddServices(services, new DataFolder(data.FullName));
                services.AddSingleton<IPolicyCatalog>(new StoppingPolicies(stop));
            });
            var tool = new AskTool(session.Get<IEpisodeHost>(), session.Get<EpisodeWatch>(), session.Get<StoredEpisodes>(), new EpisodeRequest { Question = string.Empty });

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tool.AskAsync("Why do crows leave gifts?", new Notes(), stop.Token));

            var stored = Assert.Single(await session.Get<IEpisodeStore>().ListAsync(new EpisodeQuery(), Token));
            Assert.Equal((EpisodePhase.Ended, "Stopped by a person after 1 actions, with 0 quotes."), (stored.Phase, stored.Reason));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private Task<McpClient> StartAsync() => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "WebQA.Cli.dll"), "mcp", "--environment", TinyWeb.Name],
            EnvironmentVariables = new Dictionary<string, string?>(StringComparer.Ordinal) { ["WEBQA_DATA"] = web.Data },
        }),
        // The first question of the protocol waits for the process to start, which may take long on a busy machine.
        new McpClientOptions { DiscoverProbeTimeout = Timeout.InfiniteTimeSpan, InitializationTimeout = TimeSpan.FromMinutes(2) },
        cancellationToken: Token);

    private static async Task<string> CallAsync(McpClient client, string tool, bool isError, params (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal), cancellationToken: Token);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError == true == isError, text);
        return text;
    }

    private sealed class Notes : IProgress<ProgressNotificationValue>
    {
        private readonly List<string> _messages = [];

        public IReadOnlyList<string> Messages
        {
            get
            {
                lock (_messages)
                {
                    return [.. _messages];
                }
            }
        }

        public void Report(ProgressNotificationValue value)
        {
            lock (_messages)
            {
                _messages.Add(value.Message ?? string.Empty);
            }
        }
    }
}
