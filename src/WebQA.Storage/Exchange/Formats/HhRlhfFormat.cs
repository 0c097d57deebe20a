using System.Text.Json;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>Anthropic's hh-rlhf: two whole transcripts a line, <c>chosen</c> and <c>rejected</c>, that part after the last turn of the assistant which they share.</summary>
public sealed class HhRlhfFormat : JsonLinesFormat
{
    private const string Human = "\n\nHuman: ", Assistant = "\n\nAssistant:";

    /// <inheritdoc/>
    public override string Name => "hh-rlhf";

    /// <inheritdoc/>
    public override string Description => "hh-rlhf: chosen and rejected transcripts of Human and Assistant.";

    /// <inheritdoc/>
    public override bool HoldsTies => false;

    private protected override Comparison Read(ExchangeRecord line)
    {
        var (chosen, rejected) = (line["chosen"].Text(), line["rejected"].Text());
        var shared = chosen.AsSpan().CommonPrefixLength(rejected);
        var turn = chosen[..shared].LastIndexOf(Assistant, StringComparison.Ordinal);
        if (turn < 0)
        {
            throw line.Wrong("the transcripts share no beginning that ends with an empty line and 'Assistant:'");
        }
        var prompt = chosen[..turn];
        // A single turn is the question itself; of a longer talk all of it is.
        if (prompt.StartsWith(Human, StringComparison.Ordinal) && prompt.IndexOf(Assistant, StringComparison.Ordinal) < 0)
        {
            prompt = prompt[Human.Length..];
        }
        return new ChosenRejected(prompt, Reply(chosen, turn), Reply(rejected, turn)).ToComparison(line, $"hh-rlhf-{line.Line}", "hh-rlhf");
    }

    private protected override void Write(Utf8JsonWriter json, Comparison comparison)
    {
        var pair = ChosenRejected.Of(comparison);
        json.WriteStartObject();
        json.WriteString("chosen", $"{Human}{NoTurns(pair.Prompt)}{Assistant} {NoTurns(pair.Chosen)}");
        json.WriteString("rejected", $"{Human}{NoTurns(pair.Prompt)}{Assistant} {NoTurns(pair.Rejected)}");
        json.WriteEndObject();
    }

    private static string Reply(string transcript, int turn)
    {
        var reply = transcript[(turn + Assistant.Length)..];
        return reply.StartsWith(' ') ? reply[1..] : reply;
    }

    /// <summary>A text that speaks of turns must not make one.</summary>
    private static string NoTurns(string text) => text.Replace(Assistant, "\nAssistant:", StringComparison.Ordinal);
}
