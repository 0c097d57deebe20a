using System.Globalization;
using System.Net;
using System.Text;
using WebQA.Core.Answers;
using WebQA.Evaluation.Metrics;
using WebQA.Evaluation.MiniWeb;
using WebQA.Statistics;

namespace WebQA.Evaluation.Reports;

/// <summary>A measurement as one HTML page without scripts: tables with bars, then every question.</summary>
public static class HtmlReport
{
    private const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff }
        table { border-collapse: collapse; margin: .5rem 0 2rem } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
        th, td { padding: .25rem .8rem .25rem 0; text-align: left; border-bottom: 1px solid #ddd; vertical-align: top }
        td.n { text-align: right; font-variant-numeric: tabular-nums } small { color: #555 } meter { width: 7rem }
        @media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #16181b } th, td { border-color: #333 } small { color: #aaa } }
        """;

    /// <summary>The page. Questions and reasons are shown as text, never as markup.</summary>
    public static string Write(MiniWebResult result, string title)
    {
        var metrics = result.Metrics;
        var html = new StringBuilder($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{Text(title)}</title><style>{Style}</style><h1>{Text(title)}</h1>");
        Table(html, "Claim evidence recall at word budgets (95 % bootstrap over questions)", ["system", "questions", "n", "300 words", "400 words", "750 words"],
            metrics.Recall.Select(r => new[] { Text(r.System), Text(r.Group), $"{r.Questions}", Bar(r.At300), Bar(r.At400), r.At750 is { } large ? Bar(large) : "–" }));
        html.Append($"<p>Gain over lexical paragraphs at 400 words: {Number(metrics.GainOverLexical)}, sign-flip p = {metrics.GainPValue:0.####}. "
            + $"References that are the archived page's own words: {metrics.VerifiedReferences} of {metrics.References}.</p>");
        Table(html, "Greedy episodes at 400 words", ["questions", "n", "answered", "sources opened", "two pages", "myth page quoted", "myths asserted", "redundancy", "browsing steps", "steps", "answer words"],
            metrics.Greedy.Select(r => new[]
            {
                Text(r.Group), $"{r.Questions}", Bar(r.Answered), Plain(r.SourcesOpened, "0.00"), Plain(r.TwoPages, "0.00"), r.MythPageQuoted is { } myth ? Number(myth) : "–",
                $"{r.MythsAsserted}", Plain(r.Redundancy, "0.000"), Plain(r.BrowsingSteps, "0.00"), Plain(r.Steps, "0.0"), Plain(r.AnswerWords, "0"),
            }));
        Table(html, "Abstention (95 % Wilson)", ["set", "should abstain", "n", "abstained"],
            metrics.Abstention.Select(a => new[] { Text(a.Set), a.ShouldAbstain ? "yes" : "no", $"{a.Questions}", Bar(a.Abstained) }));
        Table(html, "Every question, greedy", ["question", "kind", "outcome", "recall at 400", "quotes", "steps"], result.Greedy.Select(Question));
        return html.Append("</html>\n").ToString();
    }

    private static string[] Question(EpisodeSample sample) =>
    [
        $"{Text(sample.Question.Text)}<br><small>{Text(sample.Question.Id)}{(sample.Outcome == Outcome.Answered ? string.Empty : $": {Text(sample.Reason ?? string.Empty)}")}</small>",
        Text(sample.Question.Kind),
        Text(sample.Outcome.ToString()),
        sample.Question.HasClaims ? $"{ClaimRecall.Of(sample.Question, sample.Quotes).Recall:0.00}" : "–",
        $"{sample.References.Count}",
        $"{sample.Steps.Count}",
    ];

    private static void Table(StringBuilder html, string caption, string[] heads, IEnumerable<string[]> rows)
    {
        html.Append($"<table><caption>{Text(caption)}</caption><tr>").AppendJoin(string.Empty, heads.Select(h => $"<th scope=\"col\">{Text(h)}</th>")).Append("</tr>");
        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin(string.Empty, row.Select(cell => $"<td>{cell}</td>")).Append("</tr>");
        }
        html.Append("</table>");
    }

    private static string Bar(Interval share) => double.IsNaN(share.Estimate)
        ? "–"
        : $"<meter min=\"0\" max=\"1\" value=\"{share.Estimate:0.###}\"></meter> {Number(share)}";

    private static string Number(Interval share) => double.IsNaN(share.Estimate) ? "–" : $"{share.Estimate:0.000} <small>[{share.Low:0.00}, {share.High:0.00}]</small>";

    private static string Plain(double value, string format) => double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
