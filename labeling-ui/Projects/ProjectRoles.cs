using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Projects;

/// <summary>Who may do what with projects.</summary>
internal static class ProjectRoles
{
    /// <summary>See projects, their comparisons and measures.</summary>
    public const string See = $"{AccountRoles.Reviewer},{AccountRoles.Researcher},{AccountRoles.Admin}";

    /// <summary>Make projects, and take data in and out.</summary>
    public const string Change = $"{AccountRoles.Researcher},{AccountRoles.Admin}";
}
