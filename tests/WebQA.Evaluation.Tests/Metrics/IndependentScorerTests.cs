using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using WebQA.Evaluation.Metrics;
using WebQA.Evaluation.MiniWeb;

namespace WebQA.Evaluation.Tests.Metrics;

/// <summary>The same answers scored here and by the independent scorer of the shared tools.</summary>
public sealed class IndependentScorerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(300)]
    [InlineData(60)]
    [InlineData(25)]
    public async Task Recall_equals_that_of_the_independent_scorer(int? words)
    {
        var token = TestContext.Current.CancellationToken;
        var questions = await QuestionFile.ReadAsync(Shared("mini-web/questions.jsonl"), token);
        var answers = questions.Select(q => (Question: q, Quotes: Quotes(q))).ToList();

        var theirs = await ScoreAsync(answers, words, token);

        var claims = answers.Where(a => a.Question.HasClaims).ToList();
        Assert.Equal(claims.Count, theirs.GetProperty("n").GetInt32());
        Assert.Equal(theirs.GetProperty("recall").GetDouble(), claims.Average(a => ClaimRecall.Of(a.Question, a.Quotes, words).Recall), 1e-12);
    }

    /// <summary>Every other claim: whole, cut in two neighbouring quotes, with cell separators, in small letters, or on another page.</summary>
    private static List<QuotedSpan> Quotes(MiniWebQuestion question)
    {
        var quotes = new List<QuotedSpan>();
        for (var i = 0; i < question.Claims.Count; i++)
        {
            var (claim, at) = (question.Claims[i], 1_000 * (question.Claims.Count - i));
            var middle = claim.Evidence.IndexOf(' ', claim.Evidence.Length / 2);
            switch ((i + question.Id.Length) % 6)
            {
                case 0:
                    quotes.Add(Quote(claim.Url, at, $"Before.  {claim.Evidence}"));
                    break;
                case 1 when middle > 0:
                    quotes.Add(Quote($"{claim.Url}.html", at + middle + 1, claim.Evidence[(middle + 1)..]));
                    quotes.Add(Quote($"{claim.Url}#part", at, claim.Evidence[..middle]));
                    break;
                case 2 when middle > 0:
                    quotes.Add(Quote(claim.Url, at, $"{claim.Evidence[..middle]} |{claim.Evidence[middle..]}"));
                    break;
                case 3:
                    quotes.Add(Quote(claim.Url, at, claim.Evidence.ToLowerInvariant()));
                    break;
                case 4:
                    quotes.Add(Quote("https://elsewhere.example/", at, claim.Evidence));
                    break;
            }
        }
        return quotes;
    }

    private static QuotedSpan Quote(string url, int start, string text) => new(url, url, start, text);

    private static async Task<JsonElement> ScoreAsync(IEnumerable<(MiniWebQuestion Question, List<QuotedSpan> Quotes)> answers, int? words, CancellationToken token)
    {
        var file = Path.Combine(Path.GetTempPath(), $"answers-{Guid.NewGuid():N}.jsonl");
        await File.WriteAllLinesAsync(file, answers.Select(a => JsonSerializer.Serialize(new
        {
            schema = "webqa.answer/1",
            question = new { id = a.Question.Id, text = a.Question.Text },
            outcome = "answered",
            answer = string.Empty,
            references = a.Quotes.Select(q => new { url = q.Url, final_url = q.FinalUrl, start = q.Start, extract = q.Extract }),
        })), token);
        try
        {
            var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            string[] arguments = [Shared("tools/score_mini_web.py"), Shared("mini-web/questions.jsonl"), file, "--json", .. words is { } n ? ["--words", $"{n}"] : Array.Empty<string>()];
            arguments.ToList().ForEach(start.ArgumentList.Add);
            using var process = Start(start);
            var output = await process.StandardOutput.ReadToEndAsync(token);
            var error = await process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            Assert.True(process.ExitCode == 0, error);
            return JsonDocument.Parse(output.Trim().Split('\n')[^1]).RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Assert.Skip($"The independent scorer needs python3: {e.Message}");
            throw;
        }
    }

    private static string Shared(string file, [CallerFilePath] string here = "")
    {
        var folder = Environment.GetEnvironmentVariable("WEBQA_SHARED") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared"));
        var path = Path.Combine(folder, file);
        Assert.SkipUnless(File.Exists(path), $"There is no {path}; set WEBQA_SHARED to the folder of shared data.");
        return path;
    }
}
