using System.Text.Json;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Preferences as TRL's trainers read them: <c>prompt</c>, <c>chosen</c> and <c>rejected</c>, or the prompt within both texts.</summary>
/// <remarks>Texts or lists of messages are read; texts are written. No margin is written, since trainers would change their loss by it.</remarks>
/// <param name="isImplicit">Whether the prompt stands within both texts, as reward trainers want it.</param>
public sealed class TrlFormat(bool isImplicit) : JsonLinesFormat
{
    /// <inheritdoc/>
    public override string Name => isImplicit ? "trl-implicit" : "trl";

    /// <inheritdoc/>
    public override string Description => isImplicit ? "TRL preferences with the prompt in both texts (RewardTrainer)." : "TRL preferences: prompt, chosen, rejected (DPOTrainer).";

    /// <inheritdoc/>
    public override bool HoldsTies => false;

    private protected override Comparison Read(ExchangeRecord line)
    {
        var prompt = isImplicit ? string.Empty : MessageText.Of(line["prompt"]);
        return new ChosenRejected(prompt, MessageText.Of(line["chosen"]), MessageText.Of(line["rejected"])).ToComparison(line, $"{Name}-{line.Line}", "trl");
    }

    private protected override void Write(Utf8JsonWriter json, Comparison comparison)
    {
        var pair = ChosenRejected.Of(comparison);
        var prefix = isImplicit ? pair.Prompt : string.Empty;
        json.WriteStartObject();
        if (!isImplicit)
        {
            json.WriteString("prompt", pair.Prompt);
        }
        json.WriteString("chosen", prefix + pair.Chosen);
        json.WriteString("rejected", prefix + pair.Rejected);
        json.WriteEndObject();
    }
}
