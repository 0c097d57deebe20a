using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Label Studio's full JSON export: a list of tasks, their data and their annotations, with the five points as <c>Choices</c> (its <c>Pairwise</c> tag knows no tie).</summary>
/// <remarks>Read are <c>Choices</c> and <c>Pairwise</c>; cancelled annotations are skipped tasks and are left out. Several annotations of a task are as many comparisons.</remarks>
public sealed class LabelStudioFormat : IComparisonFormat
{
    private static readonly string[] Choices = ["B much better", "B better", "Equally good", "A better", "A much better"];
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <inheritdoc/>
    public string Name => "label-studio";

    /// <inheritdoc/>
    public string Description => "Label Studio JSON: tasks with a five-point choice.";

    /// <inheritdoc/>
    public bool HoldsTies => true;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Comparison> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var place = 0L;
        await foreach (var task in TasksAsync(stream, cancellationToken))
        {
            foreach (var comparison in Annotated(new ExchangeRecord(task, ++place)))
            {
                yield return comparison;
            }
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(Stream stream, IAsyncEnumerable<Comparison> comparisons, CancellationToken cancellationToken = default)
    {
        await using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartArray();
        var id = 0;
        await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
        {
            WriteTask(json, comparison, ++id);
            await json.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
    }

    private static async IAsyncEnumerable<JsonElement> TasksAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tasks = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = tasks;
        for (var place = 1L; await NextAsync(tasks, place); place++)
        {
            yield return tasks.Current;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> tasks, long place)
    {
        try
        {
            return await tasks.MoveNextAsync();
        }
        catch (JsonException e)
        {
            throw new ExchangeFormatException((e.LineNumber ?? place - 1) + 1, "this is not a JSON list of tasks, as Label Studio exports it.", e);
        }
    }

    private static IEnumerable<Comparison> Annotated(ExchangeRecord task)
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
                    var chosen = result["value"]["choices"][0].Text();
                    var grade = Array.IndexOf(Choices, chosen);
                    return grade >= 0 ? (Preference)(grade - 2) : throw result.Wrong($"the choice '{chosen}' is not one of '{string.Join("', '", Choices)}'");
                default:
                    break;
            }
        }
        throw annotation.Wrong("the annotation holds neither a 'choices' nor a 'pairwise' result");
    }

    private static void WriteTask(Utf8JsonWriter json, Comparison comparison, int id)
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
        json.WriteStringValue(Choices[(int)comparison.Preference + 2]);
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
