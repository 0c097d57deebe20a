namespace WebQA.LabelingUi.Components.Ask;

/// <summary>What the Ask form holds from the start.</summary>
public sealed record AskPrefill(string? Question, string? Environment, string? Policy, long Seed)
{
    public static AskPrefill Empty { get; } = new(null, null, null, 0);
}
