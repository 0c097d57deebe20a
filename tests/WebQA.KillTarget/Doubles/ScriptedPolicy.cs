using System.Globalization;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.KillTarget.Doubles;

/// <summary>Searches, opens the first result, quotes as many sentences as the seed says, answers with all quotes.</summary>
internal sealed class ScriptedPolicy(long seed, TimeSpan pause, TimeProvider clock) : IPolicy
{
    public static readonly PolicyInfo Identity = new("scripted", new string('5', 64));

    public PolicyInfo Info => Identity;

    public async Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default)
    {
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
        var step = observation.History.Count;
        if (observation.Question.Text.Contains("never", StringComparison.Ordinal))
        {
            return new PolicyDecision("Back");
        }
        return new PolicyDecision(step switch
        {
            0 => $"Search why {seed}",
            1 => "Clicked on link 0",
            _ when step < 2 + Sentences => $"Quote: Sentence {step - 2} of the page of {seed}.",
            _ => "End: Answer",
        });
    }

    public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) => Task.FromResult(
        request.Question.Text.Contains("broken", StringComparison.Ordinal)
            ? throw new InvalidOperationException("The writer is out of ink. Refill it and ask again.")
            : new AnswerDraft(string.Join(' ', request.References.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Extract.TrimEnd('.')} [{r.Id}].")))));

    private int Sentences => 3 + (int)(seed % 3);
}
