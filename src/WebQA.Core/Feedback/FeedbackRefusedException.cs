namespace WebQA.Core.Feedback;

/// <summary>Something asked of a project, a task or a draft cannot be; the message says what and what to do. Nothing was changed.</summary>
/// <param name="refusal">What kind of reason, for programs.</param>
/// <param name="message">The reason, for people.</param>
public sealed class FeedbackRefusedException(FeedbackRefusal refusal, string message) : Exception(message)
{
    /// <summary>What kind of reason.</summary>
    public FeedbackRefusal Refusal { get; } = refusal;
}

/// <summary>Kinds of reasons.</summary>
public enum FeedbackRefusal
{
    /// <summary>A value cannot be used.</summary>
    Invalid,

    /// <summary>There is no such project or task.</summary>
    Unknown,

    /// <summary>It was not given to this person.</summary>
    NotYours,

    /// <summary>It was given, but that has ended: opened again since, skipped, given back, or the time ran out and others took it.</summary>
    Ended,

    /// <summary>It was handed in before; it counts once.</summary>
    AlreadySubmitted,

    /// <summary>It is there already with another content.</summary>
    Conflict,

    /// <summary>The person has to do something else first; the message says what.</summary>
    NotYet,
}
