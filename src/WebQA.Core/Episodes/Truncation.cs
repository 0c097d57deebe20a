namespace WebQA.Core.Episodes;

/// <summary>What cut browsing short. Truncation is not the end of the episode: the answer may follow.</summary>
public enum Truncation
{
    /// <summary>All actions are used.</summary>
    MaxActions,

    /// <summary>The references have reached their total length.</summary>
    ReferenceWords,

    /// <summary>A person asked for the answer now.</summary>
    AnswerNow,
}
