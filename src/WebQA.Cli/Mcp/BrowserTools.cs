using System.ComponentModel;
using ModelContextProtocol.Protocol;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Runs.Sessions;

namespace WebQA.Cli.Mcp;

/// <summary>The text browser as tools of an MCP server. Each tool writes the command of its name; none takes an address.</summary>
/// <param name="sessions">Opens the episode that the commands go to.</param>
/// <param name="template">Environment and limits of the episodes.</param>
internal sealed class BrowserTools(BrowsingSessions sessions, EpisodeRequest template) : IAsyncDisposable
{
    /// <summary>Stored as the policy of the episodes.</summary>
    public const string Leader = "mcp";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private BrowsingSession? _session;

    public async Task<CallToolResult> SearchAsync(
        [Description("What to search for, as one would type it; at most 512 characters are sent.")] string query,
        [Description("What you want to find out. Given, it begins a new session without quotes; otherwise the first search does, and its query stands for the question.")]
        string? question = null,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return Refused("The query is empty. Give words to search for.");
        }
        try
        {
            await BeginAsync(question, query, cancellationToken);
        }
        catch (InvalidQuestionException e)
        {
            return Refused(e.Message);
        }
        return await ActAsync(new BrowserAction.Search(OneLine(query)), cancellationToken);
    }

    public Task<CallToolResult> ClickAsync([Description("The number of a link, as in 【3†its words†its site】.")] int link, CancellationToken cancellationToken) =>
        ActAsync(new BrowserAction.Click(link), cancellationToken);

    public Task<CallToolResult> FindAsync([Description("Text to look for below the first line shown.")] string text, CancellationToken cancellationToken) =>
        ActAsync(new BrowserAction.Find(OneLine(text)), cancellationToken);

    public Task<CallToolResult> QuoteAsync(
        [Description("Words of the page shown, exactly; <first words>━<last words> abbreviates a long quote.")] string text, CancellationToken cancellationToken) =>
        ActAsync(new BrowserAction.Quote(OneLine(text)), cancellationToken);

    public Task<CallToolResult> ScrollAsync(
        [Description("'down' or 'up'.")] string direction,
        [Description("Windows to scroll, 1 to 3.")] int windows = 1,
        CancellationToken cancellationToken = default) => direction switch
        {
            "down" => ActAsync(new BrowserAction.ScrollDown(windows), cancellationToken),
            "up" => ActAsync(new BrowserAction.ScrollUp(windows), cancellationToken),
            _ => Task.FromResult(Refused($"'{OneLine(direction)}' is no direction; scroll 'down' or 'up'.")),
        };

    public Task<CallToolResult> BackAsync(CancellationToken cancellationToken) => ActAsync(new BrowserAction.Back(), cancellationToken);

    public Task<CallToolResult> TopAsync(CancellationToken cancellationToken) => ActAsync(new BrowserAction.Top(), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            await session.DisposeAsync();
        }
        _gate.Dispose();
    }

    private async Task BeginAsync(string? question, string query, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (question is not null || _session is not { IsOpen: true })
            {
                var next = await sessions.OpenAsync(template with { Question = question ?? query }, Leader, cancellationToken);
                if (_session is { } old)
                {
                    await old.DisposeAsync();
                }
                _session = next;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<CallToolResult> ActAsync(BrowserAction action, CancellationToken cancellationToken)
    {
        if (_session is not { } session)
        {
            return Refused("No page is shown yet; search first.");
        }
        if (!session.IsOpen)
        {
            return Refused("This session has ended: its actions or words are used up, or somebody stopped it. Search to begin another.");
        }
        var (step, observation) = await session.ApplyAsync(CommandGrammar.Write(action), cancellationToken);
        return Text(observation.Text, isError: step.Result != StepResult.Ok);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static CallToolResult Refused(string message) => Text(message, isError: true);

    private static CallToolResult Text(string text, bool isError) => new() { Content = [new TextContentBlock { Text = text }], IsError = isError };
}
