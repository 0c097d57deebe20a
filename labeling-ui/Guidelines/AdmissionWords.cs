using WebQA.Core.Feedback;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Guidelines;

/// <summary>How far a person is, in words.</summary>
internal static class AdmissionWords
{
    public static string Stage(Admission admission) => admission switch
    {
        { Decision: AdmissionDecision.Granted } => GuidelinesStrings.StageGranted,
        { Stage: AdmissionStage.Admitted } => GuidelinesStrings.StageAdmitted,
        { Stage: AdmissionStage.Guidelines } => GuidelinesStrings.StageGuidelines,
        { Stage: AdmissionStage.Quiz } => GuidelinesStrings.StageQuiz,
        { Stage: AdmissionStage.Trial } => GuidelinesStrings.StageTrial,
        { Stage: AdmissionStage.Review } => GuidelinesStrings.StageReview,
        _ => GuidelinesStrings.StageBarred,
    };

    public static string Trial(Admission admission) => admission switch
    {
        { TrialTasks: 0 } => GuidelinesStrings.TrialNone,
        { Agreement: { } agreement } => Say.With(GuidelinesStrings.TrialAgreement, admission.TrialDone, admission.TrialTasks, 100 * agreement),
        _ => Say.With(Strings.CountOf, admission.TrialDone, admission.TrialTasks),
    };
}
