using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>OpenAI's webgpt_comparisons, in its two shapes: a list of two records a line as published, or the fields of both side by side (<c>answer_0</c>, <c>answer_1</c>).</summary>
/// <remarks>Scores are from -1 to 1 and add up to 0; ±½ stands for better, ±1 for much better. Labelers and sources have no place in it.</remarks>
/// <param name="isFlat">Whether the fields stand side by side.</param>
public sealed class WebGptFormat(bool isFlat) : JsonLinesFormat
{
    /// <inheritdoc/>
    public override string Name => isFlat ? "webgpt-flat" : "webgpt";

    /// <inheritdoc/>
    public override string Description => isFlat ? "webgpt_comparisons as data sets hold it: answer_0, answer_1, score_0, ..." : "webgpt_comparisons as published: two records a line.";

    /// <inheritdoc/>
    public override bool HoldsTies => true;

    private protected override Comparison Read(ExchangeRecord line)
    {
        var (a, b) = isFlat ? (line, line) : (line[0], line[1]);
        var (suffixA, suffixB) = isFlat ? ("_0", "_1") : (string.Empty, string.Empty);
        var (score, other) = (a["score" + suffixA].Number(), b["score" + suffixB].Number());
        var preference = WebGptScore.Read(score, other) ?? throw line.Wrong($"the scores {score} and {other} are not opposite numbers from -1 to 1");
        return new Comparison(
            $"webgpt-{line.Line}", QuestionOf(a["question"]),
            new ComparedAnswer(a["answer" + suffixA].Text(), References(a["quotes" + suffixA])),
            new ComparedAnswer(b["answer" + suffixB].Text(), References(b["quotes" + suffixB])),
            preference);
    }

    private protected override void Write(Utf8JsonWriter json, Comparison comparison)
    {
        var score = WebGptScore.Of(comparison.Preference);
        if (isFlat)
        {
            json.WriteStartObject();
            WriteQuestion(json, comparison.Question);
            WriteSide(json, comparison.A, score, "_0");
            WriteSide(json, comparison.B, -score, "_1");
            json.WriteEndObject();
            return;
        }
        json.WriteStartArray();
        foreach (var (answer, own) in new[] { (comparison.A, score), (comparison.B, -score) })
        {
            json.WriteStartObject();
            WriteQuestion(json, comparison.Question);
            WriteSide(json, answer, own, string.Empty);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static Question QuestionOf(ExchangeRecord question)
    {
        if (question.Value.ValueKind == JsonValueKind.String)
        {
            return new Question(QuestionText.IdOf(question.Text()), question.Text(), "webgpt");
        }
        return new Question(question["id"].Text(), question["full_text"].Text(), question["dataset"].Text());
    }

    /// <summary>A list of titles beside a list of extracts, or a list of both.</summary>
    private static IReadOnlyList<ComparedReference> References(ExchangeRecord quotes)
    {
        if (quotes.Value.ValueKind == JsonValueKind.Array)
        {
            return [.. quotes.List().Select(static q => new ComparedReference(q["title"].Text(), q["extract"].Text()))];
        }
        var (titles, extracts) = (quotes["title"].List(), quotes["extract"].List());
        return titles.Count == extracts.Count
            ? [.. titles.Zip(extracts, static (title, extract) => new ComparedReference(title.Text(), extract.Text()))]
            : throw quotes.Wrong($"'{quotes.Path}' has {titles.Count} titles and {extracts.Count} extracts");
    }

    private static void WriteQuestion(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject("question");
        json.WriteString("dataset", question.Dataset);
        json.WriteString("id", question.Id);
        json.WriteString("full_text", question.Text);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, ComparedAnswer answer, double score, string suffix)
    {
        json.WriteStartObject("quotes" + suffix);
        WriteList(json, "title", answer.References.Select(static r => r.Title));
        WriteList(json, "extract", answer.References.Select(static r => r.Extract));
        json.WriteEndObject();
        json.WriteString("answer" + suffix, answer.Text);
        // Readers of this form expect the field; the tokens are those of a tokenizer that nobody else has.
        json.WriteStartObject("tokens" + suffix);
        WriteList(json, "prefix", []);
        WriteList(json, "completion", []);
        json.WriteEndObject();
        json.WriteNumber("score" + suffix, score);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }
}
