using System.Text.Json;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>A <c>prompt</c> and a <c>completion</c> a line, as TRL's SFTTrainer reads them, or with a <c>label</c> that says whether it is a good one (KTOTrainer).</summary>
/// <remarks>Texts or lists of messages are read; texts are written.</remarks>
/// <param name="hasLabel">Whether each line has a label.</param>
public sealed class PromptCompletionFormat(bool hasLabel) : AnswerLinesFormat
{
    /// <inheritdoc/>
    public override string Name => hasLabel ? "trl-unpaired" : "trl-sft";

    /// <inheritdoc/>
    public override string Description => hasLabel ? "TRL answers with a label, good or bad (KTOTrainer)." : "TRL good answers: prompt, completion (SFTTrainer).";

    /// <inheritdoc/>
    public override bool HoldsBad => hasLabel;

    private protected override (string Prompt, string Completion, bool IsGood) Read(ExchangeRecord line) =>
        (MessageText.Of(line["prompt"]), MessageText.Of(line["completion"]), !hasLabel || line["label"].Flag());

    private protected override void Write(Utf8JsonWriter json, string prompt, string completion, bool isGood)
    {
        json.WriteStartObject();
        json.WriteString("prompt", prompt);
        json.WriteString("completion", completion);
        if (hasLabel)
        {
            json.WriteBoolean("label", isGood);
        }
        json.WriteEndObject();
    }
}
