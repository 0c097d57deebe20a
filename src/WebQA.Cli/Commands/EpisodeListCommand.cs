using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Episodes;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa episode list</c>: the newest episodes first.</summary>
internal static class EpisodeListCommand
{
    private const int QuestionLength = 70;

    public static Command Create(CliSession session)
    {
        var text = new Option<string?>("--text") { Description = "Only episodes whose question or answer holds these words.", HelpName = "words" };
        var run = new Option<string?>("--run") { Description = "Episodes of this run; without it, those that belong to none.", HelpName = "id" };
        var count = NumberOption.Whole("--count", "At most this many.", 20, 1, 10_000);
        var json = JsonOutput.CreateOption("the list");
        var command = new Command("list", "List stored episodes, the newest first.") { text, run, count, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = JsonOutput.Read(parsed.GetValue(json));
            var query = new EpisodeQuery(parsed.GetValue(text), parsed.GetValue(run), Count: parsed.GetValue(count));
            var episodes = await session.Get<IEpisodeStore>().ListAsync(query, cancellationToken);
            await output.WriteAsync(session, JsonText.Document(episodes));
            if (!output.IsStandardOutput)
            {
                Write(session, episodes);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(CliSession session, IReadOnlyList<EpisodeSummary> episodes)
    {
        if (episodes.Count == 0)
        {
            session.Error.WriteLine("No episode is stored here yet. 'webqa ask \"...\"' makes one.");
            return;
        }
        TextTable.Write(
            session.Out,
            ["id", "started (UTC)", "outcome", "steps", "quotes", "question"],
            episodes.Select(e => (IReadOnlyList<string>)
            [
                e.Id, $"{e.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}", OutcomeText.Of(e), $"{e.Steps}", $"{e.References}", TerminalText.Line(e.Question, QuestionLength),
            ]));
    }
}
