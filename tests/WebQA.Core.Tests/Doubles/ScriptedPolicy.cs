using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.Core.Tests.Doubles;

/// <summary>Gives commands from a list, then drafts from a list.</summary>
internal sealed class ScriptedPolicy(IEnumerable<string> commands, params AnswerDraft[] drafts) : IPolicy
{
    private readonly Queue<string> _commands = new(commands);
    private readonly Queue<AnswerDraft> _drafts = new(drafts);

    public List<AnswerRequest> Requests { get; } = [];

    public Action<Observation>? OnAct { get; init; }

    public PolicyInfo Info { get; } = new("script", "0");

    public Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default)
    {
        OnAct?.Invoke(observation);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new PolicyDecision(_commands.TryDequeue(out var command) ? command : "End: Answer"));
    }

    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        return Task.FromResult(_drafts.Dequeue());
    }
}
