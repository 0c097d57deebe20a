namespace WebQA.Storage.Accounts;

/// <summary>What an API token may be made for. A scope never gives more than the person's role.</summary>
public static class ApiScopes
{
    /// <summary>Asking, and reading episodes.</summary>
    public const string Episodes = "episodes";

    /// <summary>Taking, holding, skipping and handing in tasks, and their drafts.</summary>
    public const string Tasks = "tasks";

    /// <summary>Reading what people said.</summary>
    public const string Annotations = "annotations";

    /// <summary>Projects exported in every form.</summary>
    public const string Exports = "exports";

    /// <summary>Listing and making projects, and their hidden gold tasks.</summary>
    public const string Projects = "projects";

    /// <summary>Reading and settling what people report.</summary>
    public const string Review = "review";

    /// <summary>Settings of search engines.</summary>
    public const string Settings = "settings";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Episodes, Tasks, Annotations, Exports, Projects, Review, Settings];
}
