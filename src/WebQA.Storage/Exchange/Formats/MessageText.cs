using System.Text.Json;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Texts that may stand as lists of chat messages.</summary>
internal static class MessageText
{
    /// <summary>The text itself, or what the messages say, one after the other.</summary>
    public static string Of(ExchangeRecord value) => value.Value.ValueKind == JsonValueKind.String
        ? value.Text()
        : string.Concat(value.List().Select(static message => message["content"].Text()));

    /// <summary>Writes a list of one message.</summary>
    public static void Write(Utf8JsonWriter json, string name, string role, string content)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", content);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
