using WebQA.Core.Episodes;

namespace WebQA.Cli.Output;

/// <summary>A step on one line.</summary>
internal static class StepText
{
    private const int CommandLength = 100;

    public static string Of(StepTaken step)
    {
        var line = $"{step.Number,4}  {TerminalText.Line(step.Command, CommandLength)}";
        return step.Result == StepResult.Ok ? line : $"{line}  ({step.Result.ToString().ToLowerInvariant()}: {TerminalText.Line(step.Message ?? string.Empty, CommandLength)})";
    }
}
