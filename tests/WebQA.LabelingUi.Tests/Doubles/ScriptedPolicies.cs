using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.LabelingUi.Tests.Doubles;

/// <summary>A policy that gives the same commands each time, at a pace that a test sets.</summary>
internal sealed class ScriptedPolicies : IPolicyCatalog
{
    public static readonly string[] Script =
    [
        "Search crows gifts",
        "Clicked on link 0",
        "Quote: Nearly everyone who reports a gift━sea glass.",
        "Clicked on link 0",
        "Back",
        "Back",
        "Clicked on link 1",
        "Quote: Birds that had been trapped━ignored the neutral one.",
        "End: Answer",
    ];

    /// <summary>Time that each command takes.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromMilliseconds(400);

    public string AnswerText { get; set; } =
        "Nearly all people who report such gifts had fed the same birds in the same place for months. [1]\n\nCrows tell people apart by face and hold on to it for years. [2] Patience does more than training. [1, 7]";

    public IReadOnlyList<PolicyInfo> Policies { get; } = [new("scripted", new string('0', 64))];

    public IPolicy Create(string name, long seed, double temperature) =>
        name == "scripted" ? new Scripted(this) : throw new UnknownNameException("policy", name, ["scripted"]);

    private sealed class Scripted(ScriptedPolicies owner) : IPolicy
    {
        public PolicyInfo Info => owner.Policies[0];

        public async Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default)
        {
            await Task.Delay(owner.Pace, cancellationToken);
            var next = observation.History.Count;
            return new PolicyDecision(next < Script.Length ? Script[next] : "End: Answer", Math.Log(0.41));
        }

        public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new AnswerDraft(request.References.Count >= 2 ? owner.AnswerText : "Feed the same birds in the same place. [1]"));
    }
}
