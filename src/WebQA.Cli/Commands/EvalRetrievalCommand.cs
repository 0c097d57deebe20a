using System.CommandLine;
using WebQA.Cli.Hosting;
using WebQA.Cli.Output;
using WebQA.Evaluation.Retrieval;
using WebQA.Statistics;

namespace WebQA.Cli.Commands;

/// <summary><c>webqa eval retrieval</c>: scores a TREC run against judgements, with intervals, and beside another run.</summary>
internal static class EvalRetrievalCommand
{
    public static Command Create(CliSession session)
    {
        var judgements = new Option<string>("--judgements") { Description = "Which documents are relevant: TREC's qrels, or SciFact's table of claims.", HelpName = "file", Required = true };
        var run = new Option<string>("--run") { Description = "The run, as 'webqa retrieve' writes it.", HelpName = "file", Required = true };
        var baseline = new Option<string?>("--baseline") { Description = "Another run; the difference in nDCG@10 is paired by query.", HelpName = "file" };
        var json = JsonOutput.CreateOption("the scores");
        var command = new Command("retrieval", "Score a TREC run against judgements: nDCG@10, MRR@10, recall@100, each with its 95 % interval.") { judgements, run, baseline, json };
        command.SetAction((parsed, _) => RunAsync(
            session, parsed.GetRequiredValue(judgements), parsed.GetRequiredValue(run), parsed.GetValue(baseline), JsonOutput.Read(parsed.GetValue(json))));
        return command;
    }

    private static async Task<int> RunAsync(CliSession session, string judgements, string run, string? baseline, JsonOutput json)
    {
        if (new[] { judgements, run, baseline }.FirstOrDefault(f => f is not null && !File.Exists(f)) is { } missing)
        {
            throw new UsageException($"There is no file '{missing}'.");
        }
        RunScore score;
        try
        {
            score = RunScore.Of(RunFile.Read(run), Judgements.Read(judgements), baseline is null ? null : RunFile.Read(baseline));
        }
        catch (InvalidDataException e)
        {
            throw new UsageException(e.Message);
        }
        await json.WriteAsync(session, JsonText.Document(score));
        if (!json.IsStandardOutput)
        {
            await WriteAsync(session.Out, score);
        }
        return ExitCode.Done;
    }

    private static async Task WriteAsync(TextWriter writer, RunScore score)
    {
        await writer.WriteLineAsync($"queries     {score.Queries}");
        await writer.WriteLineAsync($"nDCG@10     {Shown(score.NdcgAt10)}");
        await writer.WriteLineAsync($"MRR@10      {Shown(score.MrrAt10)}");
        await writer.WriteLineAsync($"recall@100  {Shown(score.RecallAt100)}");
        if (score.NdcgDifference is { } difference)
        {
            await writer.WriteLineAsync($"nDCG@10 above the baseline  {difference.Estimate:+0.000;-0.000} [{difference.Low:+0.000;-0.000}, {difference.High:+0.000;-0.000}]");
        }
    }

    private static string Shown(Interval value) => $"{value.Estimate:0.000} [{value.Low:0.000}, {value.High:0.000}]";
}
