using WebQA.Core.Episodes;
using WebQA.Core.Questions;

namespace WebQA.Core.Answers;

/// <summary>What a policy gets in the answering phase.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="References">The quotes to answer from, at least one.</param>
/// <param name="History">The episode's steps, for policies that judge the evidence by all that was read.</param>
public sealed record AnswerRequest(Question Question, IReadOnlyList<Reference> References, IReadOnlyList<EpisodeStep> History)
{
    /// <summary>Why browsing ended before the policy ended it, or null.</summary>
    public Truncation? Truncation { get; init; }

    /// <summary>The draft that is given back for repair, or null on the first try.</summary>
    public AnswerDraft? RejectedDraft { get; init; }

    /// <summary>What is wrong with the draft's citations.</summary>
    public IReadOnlyList<CitationError> Errors { get; init; } = [];
}

/// <summary>A policy's answer before its citations are checked: a text, or the reason why there is none.</summary>
/// <param name="Text">The answer with citation markers; null to abstain.</param>
/// <param name="AbstainReason">What was found and what is missing, for the asker; set exactly when there is no text.</param>
/// <param name="IsAssembledFromQuotes">Whether the sentences are quotes.</param>
public sealed record AnswerDraft(string? Text, string? AbstainReason = null, bool IsAssembledFromQuotes = false);
