using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Taking, holding, skipping and handing in comparison tasks over HTTP. Who asks is who signed in; nobody works in another's name.</summary>
internal static class TasksApi
{
    /// <summary>Room for a comparison with its claims.</summary>
    private const int MaxBodyBytes = 4_000_000;

    public static void MapTasks(this RouteGroupBuilder api)
    {
        var tasks = api.MapGroup(string.Empty)
            .WithScope(ApiScopes.Tasks)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Labeler, AccountRoles.Reviewer, AccountRoles.Researcher, AccountRoles.Admin))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status410Gone);
        tasks.MapPost("/projects/{project}/tasks", ClaimAsync)
            .WithName("ClaimTask")
            .WithSummary("The next task for you")
            .WithDescription("The one you still hold, or else a new one; 204 where none is left for you now.")
            .Produces(StatusCodes.Status204NoContent);
        tasks.MapPost("/tasks/{id}/heartbeat", RenewAsync).WithName("RenewTask").WithSummary("Hold a task for longer");
        tasks.MapPost("/tasks/{id}/release", ReleaseAsync).WithName("ReleaseTask").WithSummary("Give a task back untouched");
        tasks.MapPost("/tasks/{id}/skip", SkipAsync).WithName("SkipTask").WithSummary("Skip a task, with a reason");
        tasks.MapPost("/tasks/{id}/comparison", SubmitAsync)
            .WithName("SubmitComparison")
            .WithSummary("Hand in a comparison")
            .WithDescription("A and B are the answers as they were shown. It is on the disk when this answers, and its draft is gone.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
    }

    private static Task<IResult> ClaimAsync(string project, ClaimsPrincipal user, ITaskQueue queue, CancellationToken cancellationToken) => AnswerAsync(async () =>
        await queue.ClaimAsync(project, new Labeler(user.PersonId()), cancellationToken) is { } claimed ? TypedResults.Ok(claimed) : TypedResults.NoContent());

    private static Task<IResult> RenewAsync(string id, TaskHeld held, ClaimsPrincipal user, ITaskQueue queue, CancellationToken cancellationToken) => AnswerAsync(async () =>
        TypedResults.Ok(await queue.RenewAsync(held.ToLease(id, user), cancellationToken)));

    private static Task<IResult> ReleaseAsync(string id, TaskHeld held, ClaimsPrincipal user, ITaskQueue queue, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        await queue.ReleaseAsync(held.ToLease(id, user), cancellationToken);
        return TypedResults.NoContent();
    });

    private static Task<IResult> SkipAsync(string id, TaskSkipped skipped, ClaimsPrincipal user, ITaskQueue queue, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        await queue.SkipAsync(skipped.ToLease(id, user), skipped.Route, skipped.Reason, cancellationToken);
        return TypedResults.NoContent();
    });

    private static Task<IResult> SubmitAsync(string id, TaskDone done, ClaimsPrincipal user, ITaskQueue queue, CancellationToken cancellationToken) => AnswerAsync(async () =>
        TypedResults.Ok(new ComparisonTaken(await queue.SubmitAsync(done.ToLease(id, user), done.Comparison, cancellationToken))));

    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> ask)
    {
        try
        {
            return await ask();
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }
}

/// <summary>The right to a task.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record TaskHeld
{
    [Description("The fence of the lease, as the task was given.")]
    public required long Fence { get; init; }

    /// <summary>The lease it names; its person is whoever asks, and its end is the store's to know.</summary>
    public TaskLease ToLease(string id, ClaimsPrincipal user) => new(id, user.PersonId(), Fence, default);
}

/// <summary>A task that is skipped.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaskSkipped : TaskHeld
{
    [Description("again_for_me_later, for_others, or drop: out of the project.")]
    public required SkipRoute Route { get; init; }

    [Description("Why, in a few words.")]
    public required string Reason { get; init; }
}

/// <summary>A task that is done.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaskDone : TaskHeld
{
    [Description("What was said of the two answers, as they were shown.")]
    public required ComparisonAnnotation Comparison { get; init; }
}

/// <summary>The comparison is kept.</summary>
/// <param name="Id">Its id.</param>
internal sealed record ComparisonTaken(string Id);
