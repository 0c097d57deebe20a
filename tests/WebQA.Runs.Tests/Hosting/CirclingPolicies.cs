using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Runs.Tests.Hosting;

/// <summary>One policy, which searches for the same words for ever and never has an answer.</summary>
internal sealed class CirclingPolicies : IPolicyCatalog, IPolicy
{
    public PolicyInfo Info { get; } = new("circling", new string('c', 64));

    public IReadOnlyList<PolicyInfo> Policies => [Info];

    public IPolicy Create(string name, long seed, double temperature) => this;

    public Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default) =>
        Task.FromResult(new PolicyDecision("Search why"));

    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new AnswerDraft(string.Empty));
}
