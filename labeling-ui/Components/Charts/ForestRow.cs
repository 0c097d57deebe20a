using WebQA.Statistics;

namespace WebQA.LabelingUi.Components.Charts;

/// <summary>A row of a forest plot.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Count">Of how many.</param>
/// <param name="Value">A share with its interval.</param>
public sealed record ForestRow(string Label, int Count, Interval Value);
