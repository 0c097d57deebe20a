using MudBlazor;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Compare;

/// <summary>What things of the Compare screen are called.</summary>
internal static class CompareWords
{
    /// <summary>The five points of a rating, in the order of their keys.</summary>
    public static IReadOnlyList<(Preference Value, string Text)> Scale(ProjectForm form) => form == ProjectForm.AbsoluteRating
        ? [(Preference.BMuchBetter, CompareStrings.VeryBad), (Preference.BBetter, CompareStrings.Bad), (Preference.EquallyGood, CompareStrings.NeutralRating), (Preference.ABetter, CompareStrings.Good), (Preference.AMuchBetter, CompareStrings.VeryGood)]
        :
        [
            (Preference.AMuchBetter, CompareStrings.AMuchBetter), (Preference.ABetter, CompareStrings.ABetter), (Preference.EquallyGood, CompareStrings.EquallyGood),
            (Preference.BBetter, CompareStrings.BBetter), (Preference.BMuchBetter, CompareStrings.BMuchBetter),
        ];

    public static string Form(ProjectForm form) => form switch
    {
        ProjectForm.MinimalComparison => CompareStrings.FormMinimalComparison,
        ProjectForm.AbsoluteRating => CompareStrings.FormAbsoluteRating,
        _ => CompareStrings.FormComparison,
    };

    public static string Part(AnnotationPart part) => part switch
    {
        AnnotationPart.Unsupported => CompareStrings.PartUnsupported,
        AnnotationPart.Irrelevant => CompareStrings.PartIrrelevant,
        AnnotationPart.Usefulness => CompareStrings.PartUsefulness,
        AnnotationPart.Accuracy => CompareStrings.PartAccuracy,
        AnnotationPart.Coherence => CompareStrings.PartCoherence,
        _ => CompareStrings.PartOverall,
    };

    public static string Asks(AnnotationPart part, ProjectForm form) => (part, form) switch
    {
        (AnnotationPart.Accuracy, ProjectForm.AbsoluteRating) => CompareStrings.PartAccuracyAlone,
        (AnnotationPart.Coherence, ProjectForm.AbsoluteRating) => CompareStrings.PartCoherenceAlone,
        (AnnotationPart.Overall, ProjectForm.AbsoluteRating) => CompareStrings.PartOverallAlone,
        (AnnotationPart.Unsupported, _) => CompareStrings.PartUnsupportedText,
        (AnnotationPart.Irrelevant, _) => CompareStrings.PartIrrelevantText,
        (AnnotationPart.Usefulness, _) => CompareStrings.PartUsefulnessText,
        (AnnotationPart.Accuracy, _) => CompareStrings.PartAccuracyText,
        (AnnotationPart.Coherence, _) => CompareStrings.PartCoherenceText,
        _ => CompareStrings.PartOverallText,
    };

    public static string Step(CompareStepKind step, ProjectForm form) => step switch
    {
        CompareStepKind.Question => CompareStrings.StepQuestion,
        CompareStepKind.ReadA => form == ProjectForm.AbsoluteRating ? CompareStrings.StepReadAnswer : CompareStrings.StepReadA,
        CompareStepKind.TrustA => CompareStrings.StepTrustA,
        CompareStepKind.ClaimsA => CompareStrings.StepClaimsA,
        CompareStepKind.AllOfB => CompareStrings.StepAllOfB,
        CompareStepKind.ReadB => CompareStrings.StepReadB,
        CompareStepKind.Ratings => CompareStrings.StepRatings,
        _ => CompareStrings.StepOverall,
    };

    /// <summary>A label's name and what it means; one of a project's own is its own name.</summary>
    public static (string Name, string? Text) Label(string label) => label switch
    {
        "strong" => (CompareStrings.LabelStrong, CompareStrings.LabelStrongText),
        "weak" => (CompareStrings.LabelWeak, CompareStrings.LabelWeakText),
        "none" => (CompareStrings.LabelNone, CompareStrings.LabelNoneText),
        "citation_error" => (CompareStrings.LabelCitationError, CompareStrings.LabelCitationErrorText),
        "core" => (CompareStrings.LabelCore, null),
        "side" => (CompareStrings.LabelSide, null),
        "irrelevant" => (CompareStrings.LabelIrrelevant, null),
        "trustworthy" => (CompareStrings.LabelTrustworthy, null),
        "neutral" => (CompareStrings.LabelNeutral, null),
        "suspicious" => (CompareStrings.LabelSuspicious, null),
        _ => (label, null),
    };

    public static string SupportIcon(string? support) => support switch
    {
        "strong" => Icons.Material.Outlined.CheckCircle,
        "weak" => Icons.Material.Outlined.Contrast,
        "none" => Icons.Material.Outlined.Block,
        "citation_error" => Icons.Material.Outlined.WarningAmber,
        _ => Icons.Material.Outlined.Circle,
    };

    /// <summary>The parts that are missing, in a list of words.</summary>
    public static string Missing(IEnumerable<MissingPart> missing) => string.Join(", ", missing.Select(static part => part.Part switch
    {
        AnnotationPart.Trust => Say.With(CompareStrings.TodoTrust, part.Count, part.Side),
        AnnotationPart.Claims => Say.With(CompareStrings.TodoClaims, part.Count, part.Side),
        _ => Part(part.Part),
    }));

    public static string Fault(ClaimFault fault) => fault switch
    {
        ClaimFault.Overlaps => CompareStrings.FaultOverlaps,
        ClaimFault.TooMany => CompareStrings.FaultTooMany,
        _ => CompareStrings.FaultNoWords,
    };
}
