using System.Text.Json.Serialization;

namespace WebQA.Core.Answers;

/// <summary>How an episode ended.</summary>
public enum Outcome
{
    /// <summary>With an answer.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>Without an answer: no reference was found, or the references are too weak.</summary>
    [JsonStringEnumMemberName("not_enough_evidence")]
    NotEnoughEvidence,

    /// <summary>The policy judged that the question makes no sense.</summary>
    [JsonStringEnumMemberName("nonsense")]
    Nonsense,

    /// <summary>The policy judged that the question should not be answered with a settled tone.</summary>
    [JsonStringEnumMemberName("controversial")]
    Controversial,

    /// <summary>A person stopped it.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Something only a person can mend went wrong; the reason says what.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
