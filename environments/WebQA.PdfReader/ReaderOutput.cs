using System.Text.Json;

namespace WebQA.PdfReader;

/// <summary>Writes what was read as JSON lines: a title, each page, and an end or an error. Without an end or an error the reading was interrupted.</summary>
/// <remarks>Lines: <c>{"title":…}</c>, <c>{"page":1,"text":…}</c>, <c>{"end":true,"note":…}</c>, <c>{"error":kind,"message":…}</c>.</remarks>
internal sealed class ReaderOutput(Stream stream)
{
    public void Title(string? title) => Line(json => json.WriteString("title", title));

    public void Page(int number, string text) => Line(json =>
    {
        json.WriteNumber("page", number);
        json.WriteString("text", text);
    });

    public void End(string? note) => Line(json =>
    {
        json.WriteBoolean("end", true);
        json.WriteString("note", note);
    });

    public void Fail(string kind, string message) => Line(json =>
    {
        json.WriteString("error", kind);
        json.WriteString("message", message);
    });

    private void Line(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        stream.Flush();
    }
}
