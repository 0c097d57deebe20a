using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Runs.Answers;

namespace WebQA.Cli.Mcp;

/// <summary>Asking as a tool of an MCP server: a question in, an answer with verified quotes out, each step as progress.</summary>
/// <param name="host">Runs the episode.</param>
/// <param name="watch">Follows it.</param>
/// <param name="episodes">Reads it when it has ended.</param>
/// <param name="template">Environment, policy and limits.</param>
internal sealed class AskTool(IEpisodeHost host, EpisodeWatch watch, StoredEpisodes episodes, EpisodeRequest template)
{
    public async Task<CallToolResult> AskAsync(
        [Description("The question, in words.")] string question, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        string id;
        try
        {
            id = await host.StartAsync(template with { Question = question }, cancellationToken);
        }
        catch (Exception e) when (e is InvalidQuestionException or HostRefusedException)
        {
            return new CallToolResult { Content = [new TextContentBlock { Text = e.Message }], IsError = true };
        }
        await using var lines = new ProgressWriter(progress);
        await watch.FollowAsync(id, lines, cancellationToken); // stopped where the client cancels
        cancellationToken.ThrowIfCancellationRequested();
        return await ResultAsync(id);
    }

    private async Task<CallToolResult> ResultAsync(string id)
    {
        var state = await episodes.ReadAsync(id, CancellationToken.None);
        var unverified = await episodes.UnverifiedReferencesAsync(state, CancellationToken.None);
        await using var text = new StringWriter { NewLine = "\n" };
        AnswerText.Write(text, state);
        if (state.References.Count > 0)
        {
            await text.WriteLineAsync();
            await text.WriteLineAsync(unverified.Count == 0
                ? $"Every quote was found word for word in its stored page ({state.References.Count} of {state.References.Count}). Episode {id}."
                : $"Not found in the stored page: quote {string.Join(", ", unverified)}. Episode {id}.");
        }
        using var document = JsonDocument.Parse(AnswerDocument.Of(state, await episodes.FindAsync(id, CancellationToken.None)).ToJson());
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = text.ToString() }],
            StructuredContent = document.RootElement.Clone(),
            IsError = unverified.Count > 0 || state.Ended?.Outcome is Outcome.Failed or null,
        };
    }

    /// <summary>Lines as notes of progress.</summary>
    private sealed class ProgressWriter(IProgress<ProgressNotificationValue> progress) : TextWriter
    {
        private int _lines;

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => progress.Report(new ProgressNotificationValue { Progress = ++_lines, Message = value?.Trim() });
    }
}
