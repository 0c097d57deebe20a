using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Our own form: a flat object a line that holds all a <see cref="Comparison"/> holds.</summary>
/// <remarks>The two sides share <c>references</c>, or have their own as <c>references_a</c> and <c>references_b</c>. <c>preferred</c> says which side; <c>preference</c>, from -2 to 2, how much, and wins where both stand.</remarks>
public sealed class WebQaFormat : JsonLinesFormat
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "id", "set", "question_id", "question", "answer_a", "answer_b", "references", "references_a", "references_b", "source_a", "source_b", "preferred", "preference",
        "labeler", "justification", "simulated", "b_shown_first", "guideline_version", "submitted_at", "annotation",
    };

    /// <inheritdoc/>
    public override string Name => "webqa";

    /// <inheritdoc/>
    public override string Description => "WebQA's own JSON lines; holds everything.";

    /// <inheritdoc/>
    public override bool HoldsTies => true;

    private protected override Comparison Read(ExchangeRecord line)
    {
        var text = line["question"].Text();
        var set = line.Find("set")?.Text() ?? "imported";
        return new Comparison(
            line["id"].Text(), new Question(line.Find("question_id")?.Text() ?? QuestionText.IdOf(text), text, set), Side(line, "a"), Side(line, "b"), PreferenceOf(line))
        {
            Labeler = line.Find("labeler")?.Text(),
            Justification = line.Find("justification")?.Text(),
            Annotation = line.Find("annotation") is { } annotation ? AnnotationJson.Read(annotation) : null,
            IsSimulated = line.Find("simulated")?.Flag() ?? false,
            IsSwapped = line.Find("b_shown_first")?.Flag() ?? false,
            GuidelineVersion = line.Find("guideline_version")?.Text(),
            SubmittedAt = line.Find("submitted_at")?.Time(),
            OtherFields = OtherFields(line.Value),
        };
    }

    private protected override void Write(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteStartObject();
        json.WriteString("id", comparison.Id);
        json.WriteString("set", comparison.Question.Dataset);
        json.WriteString("question_id", comparison.Question.Id);
        json.WriteString("question", comparison.Question.Text);
        WriteSide(json, "a", comparison.A);
        WriteSide(json, "b", comparison.B);
        json.WriteString("preferred", Math.Sign((int)comparison.Preference) switch { > 0 => "a", < 0 => "b", _ => "tie" });
        json.WriteNumber("preference", (int)comparison.Preference);
        ComparedSide.WriteOptional(json, "labeler", comparison.Labeler);
        ComparedSide.WriteOptional(json, "justification", comparison.Justification);
        WriteFlag(json, "simulated", comparison.IsSimulated);
        WriteFlag(json, "b_shown_first", comparison.IsSwapped);
        ComparedSide.WriteOptional(json, "guideline_version", comparison.GuidelineVersion);
        ComparedSide.WriteOptional(json, "submitted_at", comparison.SubmittedAt?.ToString("O", CultureInfo.InvariantCulture));
        if (comparison.Annotation is { } annotation)
        {
            json.WritePropertyName("annotation");
            AnnotationJson.Write(json, annotation, comparison);
        }
        if (comparison.OtherFields is { } other)
        {
            foreach (var (name, value) in JsonNode.Parse(other)!.AsObject())
            {
                json.WritePropertyName(name);
                value!.WriteTo(json);
            }
        }
        json.WriteEndObject();
    }

    /// <summary>A field without a value says nothing, so it is not kept.</summary>
    private static string? OtherFields(JsonElement line)
    {
        var other = new JsonObject();
        foreach (var field in line.EnumerateObject().Where(static f => f.Value.ValueKind != JsonValueKind.Null && !Known.Contains(f.Name)))
        {
            other[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        }
        return other.Count == 0 ? null : other.ToJsonString();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static ComparedAnswer Side(ExchangeRecord line, string side) => ComparedSide.Read(line, side, line[$"answer_{side}"].Text(), line.Find("references"));

    private static Preference PreferenceOf(ExchangeRecord line)
    {
        if (line.Find("preference") is { } graded)
        {
            return graded.Number() is -2 or -1 or 0 or 1 or 2 ? (Preference)graded.Number() : throw graded.Wrong("'preference' is not one of -2, -1, 0, 1, 2");
        }
        return line["preferred"].Text() switch
        {
            "a" => Preference.ABetter,
            "b" => Preference.BBetter,
            "tie" => Preference.EquallyGood,
            var other => throw line.Wrong($"'preferred' is '{other}', not one of 'a', 'b', 'tie'"),
        };
    }

    private static void WriteSide(Utf8JsonWriter json, string side, ComparedAnswer answer)
    {
        json.WriteString($"answer_{side}", answer.Text);
        ComparedSide.Write(json, side, answer);
    }
}
