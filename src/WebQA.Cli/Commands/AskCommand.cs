using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.Runs.Answers;
using WebQA.Runs.Batches;

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
        var questionId = QuestionText.Parse(question).Id; // Before anything is prepared for a question that cannot be asked.
        await session.Get<SearchReadiness>().WaitAsync(CatalogChoice.Environment(session, choice.Environment), session.Error, VectorPatience, stopping);
        var samples = new List<(EpisodeState State, AnswerDocument Document)>();
        for (var sample = 0; sample < choice.Samples && (sample == 0 || !stopping.IsCancellationRequested); sample++)
        {
            var seed = choice.Samples == 1 ? choice.Seed : SampleIds.Seed(choice.Seed, questionId, sample);
            samples.Add(await AskOnceAsync(session, choice.ToRequest(question) with { Seed = seed }, stopping));
        }
        var (state, document) = Chosen(samples);
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

    /// <summary>The first sample that answered, or else the first; nothing here judges answers.</summary>
    private static (EpisodeState State, AnswerDocument Document) Chosen(List<(EpisodeState State, AnswerDocument Document)> samples)
    {
        var (state, document) = samples.Find(s => s.Document.Outcome == Outcome.Answered) is { State: not null } answered ? answered : samples[0];
        return samples.Count == 1
            ? (state, document)
            : (state, document with { Samples = [.. samples.Select(s => new AnswerSample(s.Document.Episode, s.Document.Seed, s.Document.Outcome, s.Document.Answer))] });
    }

    private static int ExitCodeOf(Outcome? outcome) => outcome switch
    {
        Outcome.Answered => ExitCode.Done,
        Outcome.Stopped => ExitCode.Stopped,
        Outcome.Failed or null => ExitCode.Failed,
        _ => ExitCode.NoAnswer,
    };
}
