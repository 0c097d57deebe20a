namespace WebQA.Core.Answers;

/// <summary>How an episode ended.</summary>
public enum Outcome
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>Without an answer: no reference was found, or the references are too weak.</summary>
    NotEnoughEvidence,

    /// <summary>The policy judged that the question makes no sense.</summary>
    Nonsense,

    /// <summary>The policy judged that the question should not be answered with a settled tone.</summary>
    Controversial,

    /// <summary>A person stopped it.</summary>
    Stopped,

    /// <summary>Something only a person can mend went wrong; the reason says what.</summary>
    Failed,
}
