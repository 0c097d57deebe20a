using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Cli.Tests.Doubles;

/// <summary>A policy that searches once and then thinks for ever, while somebody presses Ctrl+C.</summary>
internal sealed class StoppingPolicies(CancellationTokenSource stop) : IPolicyCatalog
{
    public IReadOnlyList<PolicyInfo> Policies { get; } = [new PolicyInfo("stopping", "0")];

    public IPolicy Create(string name, long seed, double temperature) => new Policy(Policies[0], stop);

    private sealed class Policy(PolicyInfo info, CancellationTokenSource stop) : IPolicy
    {
        public PolicyInfo Info => info;

        public async Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default)
        {
            if (observation.History.Count == 0)
            {
                return new PolicyDecision("Search crow gifts");
            }
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("Nobody waits for ever.");
        }

        public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Nothing was quoted.");
    }
}
