using WebQA.Core.Answers;
using WebQA.Core.Episodes;

namespace WebQA.LabelingUi.Doubles;

/// <summary>Stands in for the ranking policy until it is there: the first long line of the first result.</summary>
internal sealed class FirstParagraphPolicies : IPolicyCatalog
{
    public IReadOnlyList<PolicyInfo> Policies { get; } = [new("first-paragraph", new string('0', 64))];

    public IPolicy Create(string name, long seed, double temperature) =>
        name == Policies[0].Name ? new FirstParagraph(Policies[0]) : throw new UnknownNameException("policy", name, [Policies[0].Name]);

    private sealed class FirstParagraph(PolicyInfo info) : IPolicy
    {
        public PolicyInfo Info => info;

        public Task<PolicyDecision> ActAsync(Observation observation, CancellationToken cancellationToken = default) => Task.FromResult(new PolicyDecision(
            observation.History.Count switch
            {
                0 => $"Search {observation.Question.Text.ReplaceLineEndings(" ")}",
                1 => "Clicked on link 0",
                2 when observation.Lines.FirstOrDefault(l => l.PlainText.Length > 60) is { } line => $"Quote: {line.PlainText}",
                _ => "End: Answer",
            }));

        public Task<AnswerDraft> AnswerAsync(AnswerRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new AnswerDraft($"{request.References[0].Extract} [1]", IsAssembledFromQuotes: true));
    }
}
