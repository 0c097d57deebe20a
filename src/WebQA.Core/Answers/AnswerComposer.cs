using WebQA.Core.Episodes;

namespace WebQA.Core.Answers;

/// <summary>The answering phase: a draft, its citations checked, one repair, then the errors stay visible.</summary>
internal static class AnswerComposer
{
    public static async Task<AnswerComposed> ComposeAsync(IPolicy policy, AnswerRequest request, CancellationToken cancellationToken)
    {
        var draft = await policy.AnswerAsync(request, cancellationToken);
        if (string.IsNullOrWhiteSpace(draft.Text))
        {
            return Abstained(draft);
        }
        var answer = Check(draft, request.References.Count);
        if (answer.Errors.Count == 0)
        {
            return new AnswerComposed(answer, null);
        }
        var repaired = await policy.AnswerAsync(request with { RejectedDraft = draft, Errors = answer.Errors }, cancellationToken);
        if (string.IsNullOrWhiteSpace(repaired.Text))
        {
            return Abstained(repaired);
        }
        var second = Check(repaired, request.References.Count);
        return new AnswerComposed(second.Errors.Count <= answer.Errors.Count ? second : answer, null);
    }

    private static AnswerComposed Abstained(AnswerDraft draft) =>
        new(null, draft.AbstainReason ?? "The policy gave no answer and no reason.");

    private static Answer Check(AnswerDraft draft, int referenceCount)
    {
        var text = draft.Text!.Trim();
        var (citations, errors) = CitationParser.Parse(text, referenceCount);
        return new Answer { Text = text, Citations = citations, Errors = errors, IsAssembledFromQuotes = draft.IsAssembledFromQuotes };
    }
}
