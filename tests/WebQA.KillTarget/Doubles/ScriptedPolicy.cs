using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.KillTarget.Doubles;

/// <summary>Searches, opens the first result, quotes as many sentences as the seed says, and answers with all quotes.</summary>
internal sealed class ScriptedPolicy(long seed, TimeSpan pause, TimeProvider clock) : IPolicy
{
    public static readonly PolicyInfo Identity = new("scripted", new string('5', 64));

    private readonly IReadOnlyList<string> _commands = Commands(seed);

    public PolicyInfo Info => Identity;

    /// <summary>The commands of a seed, in order.</summary>
    public static IReadOnlyList<string> Commands(long seed) =>
    [
        $"Search why {seed}",
        "Clicked on link 0",
        .. Enumerable.Range(0, 3 + (int)(seed % 3)).Select(i => $"Quote: Sentence {i} of the page of {seed}."),
        "End: Answer",
    ];

    public async Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default)
    {
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
        return new PolicyDecision(_commands[observation.History.Count]);
    }

    /// <summary>A question that holds the word <c>broken</c> makes it fail.</summary>
    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) => Task.FromResult(
        request.Question.Text.Contains("broken", StringComparison.Ordinal)
            ? throw new InvalidOperationException("The writer is out of ink. Refill it and ask again.")
            : new AnswerDraft(string.Join(' ', request.References.Select(r => $"{r.Extract.TrimEnd('.')} [{r.Id}]."))));
}
