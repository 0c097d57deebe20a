using WebQA.Core.Feedback;

namespace WebQA.Core.Guidelines;

/// <summary>Kinds of guidelines: one for each form of a project, and one for a kind of questions.</summary>
public static class GuidelineKinds
{
    /// <summary>For questions that ask to check the claims of an answer.</summary>
    public const string FactCheck = "fact-check";

    /// <summary>The kind that the people of a project work by.</summary>
    public static string Of(ProjectForm form) => form switch
    {
        ProjectForm.Comparison => "comparison",
        ProjectForm.MinimalComparison => "minimal-comparison",
        ProjectForm.AbsoluteRating => "absolute-rating",
        ProjectForm.Demonstration => "demonstration",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
    };
}
