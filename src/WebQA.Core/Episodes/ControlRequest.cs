namespace WebQA.Core.Episodes;

/// <summary>What people may ask of a running episode.</summary>
public enum ControlRequest
{
    /// <summary>Nothing: go on.</summary>
    None,

    /// <summary>End browsing and answer from the quotes at hand.</summary>
    AnswerNow,

    /// <summary>End the episode without an answer.</summary>
    Stop,
}
