namespace WebQA.Core.Feedback;

/// <summary>Which of two answers a labeler finds more useful, on five points.</summary>
/// <remarks>WebGPT, appendix C. Training collapses "much better" and "better", and takes ties as one half (§3.2).</remarks>
public enum Preference
{
    /// <summary>B is much better.</summary>
    BMuchBetter = -2,

    /// <summary>B is better.</summary>
    BBetter = -1,

    /// <summary>Both are equally good: a tie.</summary>
    EquallyGood = 0,

    /// <summary>A is better.</summary>
    ABetter = 1,

    /// <summary>A is much better.</summary>
    AMuchBetter = 2,
}
