using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>A step as taken: what the policy saw, what it said, what came of it.</summary>
/// <param name="Observation">What the policy saw.</param>
/// <param name="Event">What was stored of it.</param>
/// <param name="Action">The command as parsed; null where it is invalid.</param>
/// <param name="Page">The page shown after the step; null before the first page.</param>
/// <param name="Reference">The reference that a quote left behind, or null.</param>
public sealed record EpisodeStep(Observation Observation, StepTaken Event, BrowserAction? Action, TextPage? Page, Reference? Reference)
{
    /// <inheritdoc cref="StepTaken.Number"/>
    public int Number => Event.Number;

    /// <inheritdoc cref="StepTaken.Result"/>
    public StepResult Result => Event.Result;
}
