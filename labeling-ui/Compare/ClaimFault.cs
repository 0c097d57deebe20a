namespace WebQA.LabelingUi.Compare;

/// <summary>Why words are not marked as a claim.</summary>
public enum ClaimFault
{
    /// <summary>No words are selected.</summary>
    NoWords,

    /// <summary>They belong to another claim in part.</summary>
    Overlaps,

    /// <summary>There are as many claims as are kept.</summary>
    TooMany,
}
