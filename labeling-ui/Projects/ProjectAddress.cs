namespace WebQA.LabelingUi.Projects;

/// <summary>Where the screens of a project are.</summary>
internal static class ProjectAddress
{
    public static string Of(string project) => $"/projects/{Uri.EscapeDataString(project)}";

    public static string Comparisons(string project) => $"{Of(project)}/comparisons";

    public static string Comparison(string project, string id) => $"{Comparisons(project)}/{Uri.EscapeDataString(id)}";

    public static string Files(string project) => $"{Of(project)}/files";
}
