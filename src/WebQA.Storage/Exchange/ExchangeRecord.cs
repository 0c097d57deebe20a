using System.Text.Json;

namespace WebQA.Storage.Exchange;

/// <summary>A JSON value of an exchange file together with its line, so that each fault says where it is.</summary>
internal readonly record struct ExchangeRecord(JsonElement Value, long Line, string Path = "")
{
    /// <summary>Parses a line.</summary>
    /// <exception cref="ExchangeFormatException">It is not JSON.</exception>
    public static ExchangeRecord Parse(long line, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            // A byte order mark is not JSON, but files of some editors begin with one.
            var json = line == 1 && bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            using var document = JsonDocument.Parse(json);
            return new ExchangeRecord(document.RootElement.Clone(), line);
        }
        catch (JsonException e)
        {
            throw new ExchangeFormatException(line, $"this is not JSON ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <summary>A field that has to be there.</summary>
    public ExchangeRecord this[string name] => Find(name) ?? throw Wrong($"'{Join(name)}' is missing");

    /// <summary>An element of a list that has to be there.</summary>
    public ExchangeRecord this[int index] => Value.ValueKind == JsonValueKind.Array && index < Value.GetArrayLength()
        ? this with { Value = Value[index], Path = $"{Path}[{index}]" }
        : throw Wrong($"{Named} has no element {index}");

    private string Named => Path.Length == 0 ? "the line" : $"'{Path}'";

    /// <summary>A field, or null where it is absent or null.</summary>
    public ExchangeRecord? Find(string name)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong($"{Named} is not an object");
        }
        return Value.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? this with { Value = field, Path = Join(name) } : null;
    }

    /// <summary>The value as text.</summary>
    public string Text() => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Wrong($"{Named} is not a text");

    /// <summary>The value as a number.</summary>
    public double Number() => Value.ValueKind == JsonValueKind.Number ? Value.GetDouble() : throw Wrong($"{Named} is not a number");

    /// <summary>The value as true or false.</summary>
    public bool Flag() => Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.GetBoolean() : throw Wrong($"{Named} is neither true nor false");

    /// <summary>The value as a time with its zone (RFC 3339).</summary>
    public DateTimeOffset Time() => Value.ValueKind == JsonValueKind.String && Value.TryGetDateTimeOffset(out var time) ? time : throw Wrong($"{Named} is not a time as 2026-11-25T12:00:00Z");

    /// <summary>The elements of a list.</summary>
    public IReadOnlyList<ExchangeRecord> List()
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong($"{Named} is not a list");
        }
        var self = this;
        return [.. Value.EnumerateArray().Select((element, i) => self with { Value = element, Path = $"{self.Path}[{i}]" })];
    }

    /// <summary>A fault of this record.</summary>
    public ExchangeFormatException Wrong(string problem) => new(Line, $"{problem}.");

    private string Join(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
