using WebQA.Core.Answers;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Components.Shared;

/// <summary>Outcomes in a word or two.</summary>
internal static class OutcomeText
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Answered => Strings.OutcomeAnswered,
        Outcome.NotEnoughEvidence => Strings.OutcomeNotEnoughEvidence,
        Outcome.Nonsense => Strings.OutcomeNonsense,
        Outcome.Controversial => Strings.OutcomeControversial,
        Outcome.Stopped => Strings.OutcomeStopped,
        _ => Strings.OutcomeFailed,
    };
}
