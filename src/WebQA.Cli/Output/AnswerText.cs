using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Cli.Output;

/// <summary>An ended episode as text: the answer with its quotes, or why there is none.</summary>
internal static class AnswerText
{
    public static void Write(TextWriter writer, EpisodeState state)
    {
        var ended = state.Ended ?? throw new InvalidOperationException("The episode has not ended.");
        if (state.Composed?.Answer is { } answer && ended.Outcome == Outcome.Answered)
        {
            writer.WriteLine(TerminalText.Safe(answer.Text));
            if (answer.IsAssembledFromQuotes)
            {
                writer.WriteLine();
                writer.WriteLine("(Assembled from quotes.)");
            }
            foreach (var error in answer.Errors)
            {
                writer.WriteLine($"(Citation error: {TerminalText.Safe(error.Message)})");
            }
        }
        else
        {
            writer.WriteLine($"No answer: {OutcomeText.Of(ended.Outcome)}. {TerminalText.Safe(ended.Reason ?? string.Empty)}".TrimEnd());
        }
        foreach (var reference in state.References)
        {
            writer.WriteLine();
            writer.WriteLine($"[{reference.Id}] {TerminalText.Safe(reference.Title)} ({TerminalText.Safe(reference.Domain)})");
            writer.WriteLine($"    {TerminalText.Safe(reference.FinalUrl)}, read {reference.FetchedAt:yyyy-MM-dd}");
            if (state.PageOf(reference) is { HasReaderInstructions: true })
            {
                writer.WriteLine("    (This page seems to speak to machines that read it; read it with care.)");
            }
            foreach (var line in TerminalText.Safe(reference.Extract).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                writer.WriteLine($"    > {line}");
            }
        }
    }
}
