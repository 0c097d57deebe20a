using System.Text.Json;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>References and source of a side, as forms with room for our own fields hold them: <c>references_a</c>, <c>source_a</c>.</summary>
internal static class ComparedSide
{
    /// <summary>Reads a side; <paramref name="shared"/> references stand in where it has none of its own.</summary>
    public static ComparedAnswer Read(ExchangeRecord fields, string letter, string text, ExchangeRecord? shared = null) => new(
        text,
        [.. ((fields.Find($"references_{letter}") ?? shared)?.List() ?? []).Select(static r => new ComparedReference(r["title"].Text(), r["text"].Text())
        {
            Url = r.Find("url")?.Text(), TextSha256 = r.Find("text_sha256")?.Text(),
        })],
        fields.Find($"source_{letter}")?.Text());

    /// <summary>Writes references and, where known, the source.</summary>
    public static void Write(Utf8JsonWriter json, string letter, ComparedAnswer answer)
    {
        json.WriteStartArray($"references_{letter}");
        foreach (var reference in answer.References)
        {
            json.WriteStartObject();
            json.WriteString("title", reference.Title);
            json.WriteString("text", reference.Extract);
            WriteOptional(json, "url", reference.Url);
            WriteOptional(json, "text_sha256", reference.TextSha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteOptional(json, $"source_{letter}", answer.Source);
    }

    /// <summary>Writes a text where there is one.</summary>
    public static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
