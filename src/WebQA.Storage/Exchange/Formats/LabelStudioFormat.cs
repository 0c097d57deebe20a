using System.Globalization;
using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Label Studio's full JSON export: a list of tasks, their data and their annotations, with the five points as <c>Choices</c> (its <c>Pairwise</c> tag knows no tie).</summary>
/// <remarks>Read are <c>Choices</c> and <c>Pairwise</c>; cancelled annotations are skipped tasks and are left out. Several annotations of a task are as many comparisons.</remarks>
public sealed class LabelStudioFormat : JsonListFormat
{
    /// <inheritdoc/>
    public override string Name => "label-studio";

    /// <inheritdoc/>
    public override string Description => "Label Studio JSON: tasks with a five-point choice.";

    private protected override string Holds => "tasks, as Label Studio exports it";

    private protected override IEnumerable<Comparison> Read(ExchangeRecord task)
    {
        var data = task["data"];
        var text = data["question"].Text();
        var question = new Question(data.Find("question_id")?.Text() ?? QuestionText.IdOf(text), text, data.Find("set")?.Text() ?? "label-studio");
        var annotations = task["annotations"].List().Where(static a => a.Find("was_cancelled")?.Value.ValueKind != JsonValueKind.True).ToList();
        foreach (var (annotation, i) in annotations.Select(static (a, i) => (a, i)))
        {
            var id = data.Find("id")?.Text() ?? $"label-studio-{task.Line}";
            yield return new Comparison(annotations.Count == 1 ? id : $"{id}#{i + 1}", question, ComparedSide.Read(data, "a", data["left"].Text()), ComparedSide.Read(data, "b", data["right"].Text()), PreferenceOf(annotation))
            {
                Labeler = data.Find("labeler")?.Text() ?? annotation.Find("completed_by")?.Value.ToString(),
                Justification = data.Find("justification")?.Text(),
            };
        }
    }

    private static Preference PreferenceOf(ExchangeRecord annotation)
    {
        foreach (var result in annotation["result"].List())
        {
            switch (result["type"].Text())
            {
                case "pairwise":
                    return result["value"]["selected"].Text() switch
                    {
                        "left" => Preference.ABetter,
                        "right" => Preference.BBetter,
                        var other => throw result.Wrong($"'{other}' was selected, not 'left' or 'right'"),
                    };
                case "choices":
                    return FivePoints.Read(result["value"]["choices"][0]);
                default:
                    break;
            }
        }
        throw annotation.Wrong("the annotation holds neither a 'choices' nor a 'pairwise' result");
    }

    private protected override void Write(Utf8JsonWriter json, Comparison comparison, int id)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteStartObject("data");
        json.WriteString("id", comparison.Id);
        json.WriteString("set", comparison.Question.Dataset);
        json.WriteString("question_id", comparison.Question.Id);
        json.WriteString("question", comparison.Question.Text);
        json.WriteString("left", comparison.A.Text);
        json.WriteString("right", comparison.B.Text);
        ComparedSide.Write(json, "a", comparison.A);
        ComparedSide.Write(json, "b", comparison.B);
        ComparedSide.WriteOptional(json, "labeler", UserNumber(comparison.Labeler) is null ? comparison.Labeler : null);
        ComparedSide.WriteOptional(json, "justification", comparison.Justification);
        json.WriteEndObject();
        json.WriteStartArray("annotations");
        json.WriteStartObject();
        if (UserNumber(comparison.Labeler) is { } number)
        {
            json.WriteNumber("completed_by", number);
        }
        json.WriteBoolean("was_cancelled", false);
        json.WriteStartArray("result");
        json.WriteStartObject();
        json.WriteString("from_name", "preference");
        json.WriteString("to_name", "left");
        json.WriteString("type", "choices");
        json.WriteStartObject("value");
        json.WriteStartArray("choices");
        json.WriteStringValue(FivePoints.Of(comparison.Preference));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Label Studio knows its users by whole numbers; other names go with the data.</summary>
    private static long? UserNumber(string? labeler) =>
        long.TryParse(labeler, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == labeler ? number : null;
}
