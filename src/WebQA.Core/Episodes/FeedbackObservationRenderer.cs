namespace WebQA.Core.Episodes;

/// <summary>Adds one line after the past actions that says what was wrong with the last command and what is allowed.</summary>
/// <remarks>A departure from WebGPT's table 1, where invalid actions are "otherwise ignored"; the episode records that it was used.</remarks>
public sealed class FeedbackObservationRenderer(IObservationRenderer inner) : IObservationRenderer
{
    /// <inheritdoc/>
    public string Render(Observation observation)
    {
        var text = inner.Render(observation);
        if (observation.Feedback is not { } feedback)
        {
            return text;
        }
        var title = text.IndexOf("\n\n♦Title\n", StringComparison.Ordinal);
        var allowed = string.Join("; ", observation.LegalCommands.Select(f => f.Usage));
        return text.Insert(title + 1, $"Not done: {feedback.ReplaceLineEndings(" ")} Allowed: {allowed}.\n");
    }
}
