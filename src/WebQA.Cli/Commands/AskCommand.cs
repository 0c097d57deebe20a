using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Answers;
using WebQA.Core.BestOfN;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Runs.Answers;
using WebQA.Runs.BestOfN;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa ask</c>: one question, the steps as they happen on stderr, the answer with its quotes on stdout.</summary>
internal static class AskCommand
{
    /// <summary>Somebody waits for the answer, so the vectors get a little time on the first start and no more.</summary>
    private static readonly TimeSpan VectorPatience = TimeSpan.FromSeconds(10);

    public static Command Create(CliSession session)
    {
        var question = new Argument<string>("question") { Description = "The question, in quotes." };
        var json = JsonOutput.CreateOption("the answer document (webqa.answer/1)");
        var options = new EpisodeChoice.Options();
        var choose = new Option<string>("--choose") { Description = "How the best of --n answers is chosen.", DefaultValueFactory = static _ => SelectionStrategies.Names[0], HelpName = "how" };
        choose.AcceptOnlyFromAmong([.. SelectionStrategies.Names]);
        var command = new Command("ask", "Ask a question and read the answer with its quotes.") { question, json };
        options.AddTo(command);
        command.Add(choose);
        command.SetAction((parsed, stopping) =>
            RunAsync(
                session, parsed.GetRequiredValue(question), options.Read(parsed), SelectionStrategies.Parse(parsed.GetRequiredValue(choose)), JsonOutput.Read(parsed.GetValue(json)), stopping));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string question, EpisodeChoice choice, SelectionStrategy strategy, JsonOutput json, CancellationToken stopping)
    {
        var questionId = QuestionText.Parse(question).Id; // Before anything is prepared for a question that cannot be asked.
        await session.Get<SearchReadiness>().WaitAsync(CatalogChoice.Environment(session, choice.Environment), session.Error, VectorPatience, stopping);
        var (state, document) = choice.Samples == 1
            ? await AskOnceAsync(session, choice.ToRequest(question), stopping)
            : await AskBestAsync(session, choice.ToRequest(question), questionId, choice.Samples, strategy, stopping);
        if (!json.IsStandardOutput)
        {
            AnswerText.Write(session.Out, state);
        }
        await json.WriteAsync(session, document.ToJson(indented: true));
        return ExitCodeOf(state.Ended?.Outcome);
    }

    private static async Task<(EpisodeState State, AnswerDocument Document)> AskOnceAsync(CliSession session, EpisodeRequest request, CancellationToken stopping)
    {
        var id = await session.Get<IEpisodeHost>().StartAsync(request, stopping);
        await session.Get<EpisodeWatch>().FollowAsync(id, session.Error, stopping);
        var episodes = session.Get<StoredEpisodes>();
        var state = await episodes.ReadAsync(id, CancellationToken.None);
        return (state, AnswerDocument.Of(state, await episodes.FindAsync(id, CancellationToken.None)));
    }

    private static async Task<(EpisodeState State, AnswerDocument Document)> AskBestAsync(
        CliSession session, EpisodeRequest request, string questionId, int count, SelectionStrategy strategy, CancellationToken stopping)
    {
        var best = await session.Get<BestOfNRunner>().RunAsync(request, questionId, count, strategy, new SampleProgressLines(session.Error, count), stopping);
        await session.Error.WriteLineAsync(best.Selection.Reason);
        return (best.State, best.Document);
    }

    private static int ExitCodeOf(Outcome? outcome) => outcome switch
    {
        Outcome.Answered => ExitCode.Done,
        Outcome.Stopped => ExitCode.Stopped,
        Outcome.Failed or null => ExitCode.Failed,
        _ => ExitCode.NoAnswer,
    };
}
