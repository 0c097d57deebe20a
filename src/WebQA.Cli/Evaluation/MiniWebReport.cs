using System.Text;
using WebQA.Cli.Output;
using WebQA.Evaluation.MiniWeb;
using WebQA.Evaluation.Reports;
using WebQA.Statistics;

namespace WebQA.Cli.Evaluation;

/// <summary>A measurement of the mini web as a table for people and as files for programs.</summary>
internal static class MiniWebReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the tables.</summary>
    public static void Write(TextWriter writer, MiniWebMetrics metrics)
    {
        TextTable.Write(
            writer,
            ["claim evidence recall", "group", "questions", "300 words", "400 words", "750 words"],
            metrics.Recall.Select(r => (IReadOnlyList<string>)[r.System, r.Group, $"{r.Questions}", Of(r.At300), Of(r.At400), r.At750 is { } large ? Of(large) : "-"]));
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["greedy", "questions", "answered", "myth page quoted", "steps", "browsing steps", "answer words"],
            metrics.Greedy.Select(r => (IReadOnlyList<string>)
                [r.Group, $"{r.Questions}", Of(r.Answered), r.MythPageQuoted is { } myths ? Of(myths) : "-", $"{r.Steps:0.0}", $"{r.BrowsingSteps:0.00}", $"{r.AnswerWords:0}"]));
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["abstained", "questions", "share", "right"],
            metrics.Abstention.Select(r => (IReadOnlyList<string>)[r.Set, $"{r.Questions}", Of(r.Abstained), r.ShouldAbstain ? "yes" : "no"]));
        writer.WriteLine();
        writer.WriteLine($"Abstention precision {metrics.AbstentionPrecision:0.000}. Gain over lexical paragraphs at 400 words {Of(metrics.GainOverLexical)}, p = {metrics.GainPValue:0.0000}.");
        writer.WriteLine($"{metrics.VerifiedReferences} of {metrics.References} quotes verify. Median {metrics.MedianSeconds:0.00} s an episode; {metrics.WarmEpisodesPerSecond:0.0} episodes a second, warm.");
    }

    /// <summary>Writes the folder: the same seed gives the same bytes of everything but <c>timings.json</c>.</summary>
    public static async Task WriteFolderAsync(string folder, object options, MiniWebResult result, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var metrics = result.Metrics;
        await WriteAsync("options.json", JsonText.Document(options));
        await WriteAsync("metrics.json", JsonText.Document(metrics with { MedianSeconds = 0, WarmEpisodesPerSecond = 0 }));
        await WriteAsync("timings.json", JsonText.Document(new { metrics.MedianSeconds, metrics.WarmEpisodesPerSecond, Seconds = result.Greedy.Select(s => Math.Round(s.Seconds, 3)) }));
        await WriteAsync("report.html", HtmlReport.Write(result, "Mini web").TrimEnd());
        await WriteAsync("answers.jsonl", string.Join('\n', result.Greedy.Select(Line)));
        if (result.LargeBudget.Count > 0)
        {
            await WriteAsync("answers-750.jsonl", string.Join('\n', result.LargeBudget.Select(Line)));
        }

        Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder, file), text + "\n", Utf8, cancellationToken);
    }

    /// <summary>As much of an answer document as a scorer reads.</summary>
    private static string Line(EpisodeSample sample) => JsonText.Line(new
    {
        Question = new { sample.Question.Id, sample.Question.Text },
        sample.Outcome,
        sample.Reason,
        sample.Answer,
        References = sample.References.Select(r => new { r.Id, r.Url, r.FinalUrl, r.Title, r.TextSha256, r.Start, r.Length, r.Extract }),
        Steps = sample.Steps.Select(s => new { N = s.Number, s.Event.Command, s.Event.Result }),
    });

    private static string Of(Interval interval) => $"{interval.Estimate:0.000} [{interval.Low:0.00}, {interval.High:0.00}]";
}
