using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Compare;

/// <summary>What becomes of a task that is not done.</summary>
/// <param name="Route">Where it goes; null to give it back untouched.</param>
/// <param name="Reason">Why.</param>
internal sealed record SkipChoice(SkipRoute? Route, string Reason);
