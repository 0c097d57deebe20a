using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.EndToEnd.Tests.App;

/// <summary>The app's own policies, slowed down so that a person, or a test, can watch.</summary>
internal sealed class PacedPolicies(IPolicyCatalog inner) : IPolicyCatalog
{
    /// <summary>Time before each command.</summary>
    public TimeSpan Pace { get; set; }

    public IReadOnlyList<PolicyInfo> Policies => inner.Policies;

    public IPolicy Create(string name, long seed, double temperature) => new Paced(inner.Create(name, seed, temperature), this);

    private sealed class Paced(IPolicy policy, PacedPolicies owner) : IPolicy
    {
        public PolicyInfo Info => policy.Info;

        public async Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default)
        {
            await Task.Delay(owner.Pace, cancellationToken);
            return await policy.ActAsync(observation, cancellationToken);
        }

        public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) =>
            policy.AnswerAsync(request, cancellationToken);
    }
}
