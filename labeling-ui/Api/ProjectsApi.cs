using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Projects over HTTP: which there are, how far they are, and new ones.</summary>
internal static class ProjectsApi
{
    public static void MapProjects(this RouteGroupBuilder api)
    {
        var projects = api.MapGroup("/projects").WithScope(ApiScopes.Projects);
        projects.MapGet("/", ListAsync)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Labeler, AccountRoles.Reviewer, AccountRoles.Researcher, AccountRoles.Admin))
            .WithName("ListProjects").WithSummary("Every project and how far it is")
            .WithDescription("Hidden gold tasks are counted for researchers and administrators only.");
        projects.MapPost("/", CreateAsync)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Researcher, AccountRoles.Admin))
            .WithName("CreateProject").WithSummary("Make a project without tasks")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IEnumerable<ProjectDocument>> ListAsync(ClaimsPrincipal user, IFeedbackStore store, CancellationToken cancellationToken)
    {
        var knowsGold = user.IsInRole(AccountRoles.Researcher) || user.IsInRole(AccountRoles.Admin);
        return (await store.ListProjectsAsync(cancellationToken)).Select(progress => ProjectDocument.Of(progress, knowsGold));
    }

    private static async Task<Results<Created<ProjectCreated>, ProblemHttpResult>> CreateAsync(
        ProjectWanted wanted, ClaimsPrincipal user, IFeedbackStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store.CreateProjectAsync(wanted.ToProject(user.OwnerId()), cancellationToken);
            return TypedResults.Created((string?)null, new ProjectCreated(wanted.Name));
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }
}

/// <summary>A project and how far it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">What its people do.</param>
/// <param name="Overlap">People who do the same task.</param>
/// <param name="Pool">The pool whose people may take tasks; null for everybody.</param>
/// <param name="Quota">Most comparisons one person may make.</param>
/// <param name="GuidelineVersion">The guidelines.</param>
/// <param name="Tasks">Tasks, without gold for whoever may not know it.</param>
/// <param name="Gold">Hidden gold tasks; null for whoever may not know.</param>
/// <param name="Complete">Tasks that have all their people.</param>
/// <param name="Dropped">Tasks taken out.</param>
/// <param name="Held">Tasks that people work on now.</param>
/// <param name="Comparisons">Made by people, or imported.</param>
/// <param name="Simulated">Made by simulated labelers.</param>
internal sealed record ProjectDocument(
    string Name, ProjectForm Form, int Overlap, string? Pool, int? Quota, string GuidelineVersion, int Tasks, int? Gold, int Complete, int Dropped, int Held, int Comparisons, int Simulated)
{
    public static ProjectDocument Of(ProjectProgress progress, bool knowsGold) => new(
        progress.Project.Name, progress.Project.Form, progress.Project.Overlap, progress.Project.Pool, progress.Project.Quota, progress.Project.GuidelineVersion,
        progress.Tasks - (knowsGold ? 0 : progress.Gold), knowsGold ? progress.Gold : null, progress.Complete, progress.Dropped, progress.Held, progress.Comparisons, progress.Simulated);
}

/// <summary>A project to be made.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProjectWanted
{
    [Description("1 to 80 letters, digits, blanks, '-', '_' or '.'.")]
    public required string Name { get; init; }

    [Description("What its people do.")]
    public ProjectForm Form { get; init; }

    [Description("People who do the same task, 1 to 100.")]
    public int Overlap { get; init; } = 1;

    [Description("Share of the tasks that get that many people, 0 to 1; the others get one.")]
    public double CohortShare { get; init; } = 1;

    [Description("Share of the tasks on which every part is required, 0 to 1.")]
    public double FullShare { get; init; } = 0.1;

    [Description("Chance that a hidden gold task comes next, 0 to 1.")]
    public double GoldShare { get; init; }

    [Description("The pool whose people may take tasks; everybody where it is left out.")]
    public string? Pool { get; init; }

    [Description("Most comparisons one person may make.")]
    public int? Quota { get; init; }

    [Description("Version of the guidelines.")]
    public string GuidelineVersion { get; init; } = "1";

    [Description("Seconds that a task is held without a heartbeat.")]
    public int LeaseSeconds { get; init; } = 600;

    [Description("Places sides and draws cohorts.")]
    public long Seed { get; init; }

    public FeedbackProject ToProject(string? ownerId) => new()
    {
        Name = Name, Form = Form, OwnerId = ownerId, Overlap = Overlap, CohortShare = CohortShare, FullShare = FullShare, GoldShare = GoldShare, Pool = Pool, Quota = Quota,
        GuidelineVersion = GuidelineVersion, Lease = TimeSpan.FromSeconds(LeaseSeconds), Seed = Seed,
    };
}

/// <summary>The project is made.</summary>
/// <param name="Name">Its name.</param>
internal sealed record ProjectCreated(string Name);
