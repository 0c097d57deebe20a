namespace WebQA.LabelingUi.Components.Ask;

/// <summary>A choice of a chip's menu.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Title">What the chip shows.</param>
/// <param name="Detail">A line of explanation.</param>
public sealed record ChipOption(string Value, string Title, string Detail);
