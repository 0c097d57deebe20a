using System.Text.Json;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Preferences as OpenAI's and compatible fine-tuning services read them: the input's messages, and one preferred and one not preferred reply.</summary>
public sealed class OpenAIPreferenceFormat : JsonLinesFormat
{
    /// <inheritdoc/>
    public override string Name => "openai";

    /// <inheritdoc/>
    public override string Description => "OpenAI preference fine-tuning: input, preferred_output, non_preferred_output.";

    /// <inheritdoc/>
    public override bool HoldsTies => false;

    private protected override Comparison Read(ExchangeRecord line) =>
        new ChosenRejected(MessageText.Of(line["input"]["messages"]), MessageText.Of(line["preferred_output"]), MessageText.Of(line["non_preferred_output"]))
            .ToComparison(line, $"openai-{line.Line}", "openai");

    private protected override void Write(Utf8JsonWriter json, Comparison comparison)
    {
        var pair = ChosenRejected.Of(comparison);
        json.WriteStartObject();
        json.WriteStartObject("input");
        MessageText.Write(json, "messages", "user", pair.Prompt);
        json.WriteStartArray("tools");
        json.WriteEndArray();
        json.WriteBoolean("parallel_tool_calls", true);
        json.WriteEndObject();
        MessageText.Write(json, "preferred_output", "assistant", pair.Chosen);
        MessageText.Write(json, "non_preferred_output", "assistant", pair.Rejected);
        json.WriteEndObject();
    }
}
