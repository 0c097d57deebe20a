using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Core.Feedback;
using WebQA.Core.Rewards;
using WebQA.Models.RewardModels;
using WebQA.Storage.Exchange;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa reward score</c>: the rewards of pairs of answers, a line a pair.</summary>
/// <remarks>A contract: <c>docs/contracts/README.md</c>.</remarks>
internal static class RewardScoreCommand
{
    private const int Part = 512;

    public static Command Create(CliSession session)
    {
        var pairs = new Option<string>("--pairs") { Description = "The file of pairs: question, answer_a, answer_b, references (JSON lines). Who was preferred is not read.", Required = true, HelpName = "file" };
        var target = LinesOutput.CreateOption("rewards, a line of JSON a pair");
        var model = new Option<string?>("--model") { Description = "The model folder. [default: the one shipped]", HelpName = "folder" };
        var command = new Command("score", "Score pairs of answers: reward_a, reward_b and the chance that A is preferred.") { pairs, target, model };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(session, ComparisonFileOptions.Existing(parsed.GetRequiredValue(pairs)), LinesOutput.Read(parsed.GetRequiredValue(target)), parsed.GetValue(model), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string pairs, LinesOutput target, string? folder, CancellationToken cancellationToken)
    {
        using var model = new OnnxRewardModel(folder);
        var scored = 0;
        await using var file = File.OpenRead(pairs);
        await using var output = target.Open(session);
        await foreach (var part in AnswerPairFile.ReadAsync(file, cancellationToken).Chunk(Part).WithCancellation(cancellationToken))
        {
            var rewards = await model.ScoreAsync([.. part.SelectMany(static p => new[] { Input(p, p.A), Input(p, p.B) })], cancellationToken);
            foreach (var (pair, sides) in part.Zip(rewards.Chunk(2)))
            {
                await output.WriteLineAsync(JsonText.Line(ScoredPair.Of(pair.Id, sides[0], sides[1])));
                scored++;
            }
        }
        await session.Error.WriteLineAsync($"{scored} pairs scored by {model.Name}.");
        return ExitCode.Done;
    }

    private static RewardInput Input(AnswerPair pair, ComparedAnswer answer) => new(pair.Question, [.. answer.References.Select(static r => r.Extract)], answer.Text);
}

/// <summary>A pair's rewards, log-odds.</summary>
/// <param name="Id">Of the pair.</param>
/// <param name="RewardA">Mean over the networks.</param>
/// <param name="RewardB">Of B.</param>
/// <param name="ProbabilityA">That labelers prefer A.</param>
/// <param name="MembersA">By each network.</param>
/// <param name="MembersB">Of B.</param>
internal sealed record ScoredPair(string Id, double RewardA, double RewardB, double ProbabilityA, IReadOnlyList<double> MembersA, IReadOnlyList<double> MembersB)
{
    public static ScoredPair Of(string id, EnsembleReward a, EnsembleReward b) =>
        new(id, a.Mean.LogOdds, b.Mean.LogOdds, a.Mean.PreferenceOver(b.Mean), a.Members, b.Members);
}
