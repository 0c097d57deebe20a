using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Argilla's <c>records.json</c>: a list of records with the question and both answers as fields, and the five points as responses to the label question <c>preference</c>.</summary>
/// <remarks>A ranking of <c>a</c> and <c>b</c> is read too, and responses that were submitted only. Several responses of a record are as many comparisons.
/// References stand twice: readable in <c>references_a</c> and <c>references_b</c> for people, and as JSON in the metadata, which is what is read back.</remarks>
public sealed class ArgillaFormat : JsonListFormat
{
    private const string Rating = "preference", Reasons = "justification";

    /// <inheritdoc/>
    public override string Name => "argilla";

    /// <inheritdoc/>
    public override string Description => "Argilla's records.json: fields question, a, b and the label question preference.";

    private protected override string Holds => "records, as Argilla exports it";

    private protected override IEnumerable<Comparison> Read(ExchangeRecord item)
    {
        var fields = item["fields"];
        var text = fields["question"].Text();
        var metadata = item.Find("metadata") ?? item with { Value = JsonSerializer.SerializeToElement(new Dictionary<string, string>()), Path = "metadata" };
        var question = new Question(metadata.Find("question_id")?.Text() ?? QuestionText.IdOf(text), text, metadata.Find("set")?.Text() ?? "argilla");
        var (a, b) = (Side(metadata, "a", fields["a"].Text()), Side(metadata, "b", fields["b"].Text()));
        var id = item.Find("id")?.Text() ?? $"argilla-{item.Line}";
        var (ratings, reasons) = (Responses(item, Rating), Responses(item, Reasons));
        foreach (var (response, i) in ratings.Select(static (r, i) => (r, i)))
        {
            var user = response.Find("user_id")?.Text();
            yield return new Comparison(ratings.Count == 1 ? id : $"{id}#{i + 1}", question, a, b, PreferenceOf(response["value"]))
            {
                Labeler = metadata.Find("labeler")?.Text() ?? (metadata.Find("anonymous")?.Flag() == true ? null : user),
                Justification = reasons.Where(reason => reason.Find("user_id")?.Text() == user).Select(static reason => reason["value"].Text()).FirstOrDefault(),
            };
        }
    }

    private protected override void Write(Utf8JsonWriter json, Comparison comparison, int place)
    {
        var user = UserId(comparison.Labeler);
        json.WriteStartObject();
        json.WriteString("id", comparison.Id);
        json.WriteStartObject("fields");
        json.WriteString("question", comparison.Question.Text);
        json.WriteString("a", comparison.A.Text);
        json.WriteString("b", comparison.B.Text);
        json.WriteString("references_a", Readable(comparison.A));
        json.WriteString("references_b", Readable(comparison.B));
        json.WriteEndObject();
        json.WriteStartObject("metadata");
        json.WriteString("set", comparison.Question.Dataset);
        json.WriteString("question_id", comparison.Question.Id);
        WriteSide(json, "a", comparison.A);
        WriteSide(json, "b", comparison.B);
        if (comparison.Labeler is null)
        {
            json.WriteBoolean("anonymous", true);
        }
        ComparedSide.WriteOptional(json, "labeler", comparison.Labeler == user ? null : comparison.Labeler);
        json.WriteEndObject();
        json.WriteStartObject("suggestions");
        json.WriteEndObject();
        json.WriteStartObject("responses");
        WriteResponse(json, Rating, FivePoints.Of(comparison.Preference), user);
        if (comparison.Justification is { } reason)
        {
            WriteResponse(json, Reasons, reason, user);
        }
        json.WriteEndObject();
        json.WriteStartObject("vectors");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static List<ExchangeRecord> Responses(ExchangeRecord item, string question) =>
        [.. (item["responses"].Find(question)?.List() ?? []).Where(static response => response.Find("status")?.Text() is null or "submitted")];

    private static Preference PreferenceOf(ExchangeRecord value)
    {
        if (value.Value.ValueKind == JsonValueKind.String)
        {
            return FivePoints.Read(value);
        }
        var ranks = value.List();
        return (Preference)Math.Sign(RankOf(ranks, value, "b") - RankOf(ranks, value, "a"));
    }

    private static double RankOf(IReadOnlyList<ExchangeRecord> ranks, ExchangeRecord value, string side) =>
        (ranks.Where(rank => rank["value"].Text() == side).Select(static rank => (ExchangeRecord?)rank).FirstOrDefault()
            ?? throw value.Wrong($"'{value.Path}' ranks no '{side}'; the answers are called 'a' and 'b'"))["rank"].Number();

    private static ComparedAnswer Side(ExchangeRecord metadata, string letter, string text)
    {
        if (metadata.Find($"references_{letter}") is not { Value.ValueKind: JsonValueKind.String } stored)
        {
            return ComparedSide.Read(metadata, letter, text);
        }
        try
        {
            using var references = JsonDocument.Parse(stored.Text());
            var answer = stored with { Value = references.RootElement.Clone() };
            return ComparedSide.Read(answer, letter, text) with { Source = metadata.Find($"source_{letter}")?.Text() };
        }
        catch (JsonException fault)
        {
            throw new ExchangeFormatException(metadata.Line, $"'metadata.references_{letter}' is not JSON ({fault.Message.TrimEnd('.')}).", fault);
        }
    }

    /// <summary>Metadata of Argilla are texts and numbers, so a list goes as its JSON.</summary>
    private static void WriteSide(Utf8JsonWriter json, string letter, ComparedAnswer answer)
    {
        using var references = new MemoryStream();
        using (var inner = new Utf8JsonWriter(references))
        {
            inner.WriteStartObject();
            ComparedSide.Write(inner, letter, answer with { Source = null });
            inner.WriteEndObject();
        }
        json.WriteString($"references_{letter}", Encoding.UTF8.GetString(references.ToArray()));
        ComparedSide.WriteOptional(json, $"source_{letter}", answer.Source);
    }

    private static void WriteResponse(Utf8JsonWriter json, string question, string value, string user)
    {
        json.WriteStartArray(question);
        json.WriteStartObject();
        json.WriteString("value", value);
        json.WriteString("user_id", user);
        json.WriteString("status", "submitted");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Readable(ComparedAnswer answer) =>
        string.Join("\n\n", answer.References.Select(static (reference, i) => $"[{i + 1}] {reference.Title}\n\n{reference.Extract}"));

    /// <summary>Argilla knows its users by UUIDs; other names go with the metadata, and the same name always has the same one.</summary>
    private static string UserId(string? labeler) =>
        Guid.TryParseExact(labeler, "D", out _) ? labeler : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(labeler ?? string.Empty)).AsSpan(0, 16)).ToString("D");
}
