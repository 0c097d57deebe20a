using System.Diagnostics;
using System.Text;
using System.Text.Json;
using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Checks;

/// <summary>Verifies a quote against a page, or an answer's citation numbers against its quotes, by the code that episodes use.</summary>
public static class CitationCheck
{
    /// <summary>Other work on the machine only ever adds to a time, so the shortest of a few counts.</summary>
    private const int Tries = 5;

    private const string FillerPage = "'filler line\\n'*100000+'last unique line'";

    /// <summary>Runs the cases of a file, in order.</summary>
    public static IEnumerable<CheckResult> RunAll(string path, double timeFactor = 1) => CaseFile.Read(path).Select(c => Run(c, timeFactor));

    /// <summary>Runs a case.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="timeFactor">The time allowed, as a multiple of the case's limit.</param>
    public static CheckResult Run(JsonElement testCase, double timeFactor = 1)
    {
        var id = CaseFile.Text(testCase, "id") ?? string.Empty;
        var expected = testCase.GetProperty("expected");
        var wanted = CaseFile.Text(expected, "result") ?? string.Empty;
        var limit = CaseFile.Number(testCase, "max_ms") * timeFactor;
        var (page, outcome, span, ms) = Timed(testCase);
        for (var more = Tries - 1; ms > limit && more > 0; more--)
        {
            ms = Math.Min(ms, Timed(testCase).Milliseconds);
        }
        var faults = Faults(testCase, expected, wanted, page, outcome, span).ToList();
        if (ms > limit)
        {
            faults.Add($"it took {ms:F1} ms");
        }
        return new CheckResult(id, wanted, faults.Count == 0 ? outcome : $"{outcome}; {string.Join("; ", faults)}", faults.Count == 0, (long)ms);
    }

    /// <summary>The case on a page that nobody has searched yet. A page that is shown has its plain text.</summary>
    private static (TextPage Page, string Outcome, TextSpan? Span, double Milliseconds) Timed(JsonElement testCase)
    {
        var page = PageOf(testCase);
        _ = page.PlainText;
        var watch = Stopwatch.StartNew();
        var (outcome, span) = Outcome(testCase, page);
        return (page, outcome, span, watch.Elapsed.TotalMilliseconds);
    }

    private static TextPage PageOf(JsonElement testCase)
    {
        var text = CaseFile.Text(testCase, "page_gen") == FillerPage
            ? new StringBuilder().Insert(0, "filler line\n", 100_000).Append("last unique line").ToString()
            : CaseFile.Text(testCase, "page") ?? string.Empty;
        return new TextPage(new PageContent { Kind = PageKind.Web, Title = "Case", Text = text }, DateTimeOffset.UnixEpoch);
    }

    private static (string Outcome, TextSpan? Span) Outcome(JsonElement testCase, TextPage page)
    {
        if (CaseFile.Text(testCase, "answer") is { } answer)
        {
            var quotes = testCase.GetProperty("quotes").GetInt32();
            return (CitationParser.Parse(answer, quotes).Errors.Count > 0 ? "answer_rejected" : "accept", null);
        }
        if (testCase.TryGetProperty("tamper", out var tamper) && tamper.GetBoolean())
        {
            var changed = new TextPage(page.Content with { Text = page.Content.Text + "!" }, DateTimeOffset.UnixEpoch);
            return (changed.TextSha256 == page.TextSha256 ? "accept" : "integrity_error", null);
        }
        var (span, _) = QuoteMatcher.Match(page.Normalized, CaseFile.Text(testCase, "quote") ?? string.Empty);
        return (span is null ? "reject" : "accept", span);
    }

    private static IEnumerable<string> Faults(JsonElement testCase, JsonElement expected, string wanted, TextPage page, string outcome, TextSpan? span)
    {
        var allowed = wanted.Split(" or ").Select(w => w.Split([' ', '-'], 2)[0]).ToList();
        if (!allowed.Contains(outcome))
        {
            yield return $"expected {wanted}";
        }
        if (span is not { } found)
        {
            yield break;
        }
        if (CaseFile.Number(testCase, "start") is { } start && found.Start != start || CaseFile.Number(testCase, "length") is { } length && found.Length != length)
        {
            yield return $"it was found at {found.Start}, {found.Length} characters";
        }
        var slice = page.PlainText.Substring(found.Start, found.Length);
        if (CaseFile.Text(expected, "canonical") is { } canonical && slice != canonical && NormalizedText.Of(slice).Text != NormalizedText.Of(canonical).Text)
        {
            yield return $"the page's own words are '{slice}'";
        }
    }
}
