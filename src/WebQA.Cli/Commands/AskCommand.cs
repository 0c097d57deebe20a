using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;

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
        var command = new Command("ask", "Ask a question and read the answer with its quotes.") { question, json };
        options.AddTo(command);
        command.SetAction((parsed, stopping) =>
            RunAsync(session, parsed.GetRequiredValue(question), options.Read(parsed), JsonOutput.Read(parsed.GetValue(json)), stopping));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string question, EpisodeChoice choice, JsonOutput json, CancellationToken stopping)
    {
        QuestionText.Parse(question); // Before anything is prepared for a question that cannot be asked.
        await session.Get<SearchReadiness>().WaitAsync(CatalogChoice.Environment(session, choice.Environment), session.Error, VectorPatience, stopping);
        var host = session.Get<IEpisodeHost>();
        var id = await host.StartAsync(choice.ToRequest(question), stopping);
        await session.Get<EpisodeWatch>().FollowAsync(id, session.Error, stopping);
        var state = await session.Get<StoredEpisodes>().ReadAsync(id, CancellationToken.None);
        if (!json.IsStandardOutput)
        {
            AnswerText.Write(session.Out, state);
        }
        await json.WriteAsync(session, id);
        return state.Ended?.Outcome switch
        {
            Outcome.Answered => ExitCode.Done,
            Outcome.Stopped => ExitCode.Stopped,
            Outcome.Failed or null => ExitCode.Failed,
            _ => ExitCode.NoAnswer,
        };
    }
}
