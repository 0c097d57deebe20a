using System.Text.Json;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>A conversation a line, <c>messages</c> of roles and contents, as OpenAI's and compatible fine-tuning services and TRL's SFTTrainer read it.</summary>
/// <remarks>Written are one message of the user and one of the assistant. Of a longer conversation the last message is the answer, and what the others say is the question.</remarks>
public sealed class ChatFormat : AnswerLinesFormat
{
    /// <inheritdoc/>
    public override string Name => "chat";

    /// <inheritdoc/>
    public override string Description => "Chat messages of good answers (OpenAI fine-tuning, SFTTrainer).";

    /// <inheritdoc/>
    public override bool HoldsBad => false;

    private protected override (string Prompt, string Completion, bool IsGood) Read(ExchangeRecord line)
    {
        var messages = line["messages"].List();
        if (messages.Count < 2 || messages[^1]["role"].Text() != "assistant")
        {
            throw line.Wrong("'messages' does not end with a message of the role 'assistant' after one that asks");
        }
        return (string.Join("\n\n", messages.SkipLast(1).Select(static message => message["content"].Text())), messages[^1]["content"].Text(), true);
    }

    private protected override void Write(Utf8JsonWriter json, string prompt, string completion, bool isGood)
    {
        json.WriteStartObject();
        json.WriteStartArray("messages");
        foreach (var (role, content) in new[] { ("user", prompt), ("assistant", completion) })
        {
            json.WriteStartObject();
            json.WriteString("role", role);
            json.WriteString("content", content);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
