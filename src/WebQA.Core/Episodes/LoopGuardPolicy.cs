using WebQA.Core.Answers;
using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>Ends browsing for a policy that goes round in circles.</summary>
/// <param name="inner">The policy.</param>
/// <param name="maxLoops">Loops after which the end is forced.</param>
public sealed class LoopGuardPolicy(IPolicy inner, int maxLoops) : IPolicy
{
    /// <inheritdoc/>
    public PolicyInfo Info => inner.Info;

    /// <inheritdoc/>
    public Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default) =>
        Loops.Count(observation.History) >= maxLoops
            ? Task.FromResult(new PolicyDecision(CommandGrammar.Write(new BrowserAction.End(EndKind.Answer))))
            : inner.ActAsync(observation, cancellationToken);

    /// <inheritdoc/>
    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) =>
        inner.AnswerAsync(request, cancellationToken);
}
