using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Api;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Review;

/// <summary>Decisions of reviewers over HTTP, so that a lost circuit swallows none. Whoever asks is who signed in.</summary>
internal static class ReviewApi
{
    /// <summary>Room for the longest reason, each character as a JSON escape.</summary>
    private const int MaxBodyBytes = 64 * 1024;

    public static void MapReview(this IEndpointRouteBuilder app)
    {
        var review = app.MapGroup("/api/review").WithTags("Review").DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Reviewer, AccountRoles.Admin))
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        review.MapPost("/tasks/{id}/decision", DecideAsync)
            .WithName("DecideTask").WithSummary("Decide a task whose labelers disagree")
            .WithDescription("It is on the disk when this answers. Labels stay as they are; exports and measures take the decision where asked for.");
    }

    private static async Task<IResult> DecideAsync(string id, TaskDecision decision, ClaimsPrincipal user, IReviewStore reviews, CancellationToken cancellationToken)
    {
        try
        {
            return decision.Rating is null && !decision.Reject
                ? Problems.Because(StatusCodes.Status400BadRequest, "Nothing decided", "Choose a rating, or reject the task.")
                : TypedResults.Ok(await reviews.DecideAsync(user.PersonId(), id, decision.Reject ? null : decision.Rating, decision.Rationale, cancellationToken));
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }
}

/// <summary>What is decided of a task.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaskDecision
{
    [Description("The adjudicated rating, sides as the task has them; left out where the task is rejected.")]
    public Preference? Rating { get; init; }

    [Description("Whether the task is of no use and none of its labels counts.")]
    public bool Reject { get; init; }

    [Description("Why, in a few words.")]
    public required string Rationale { get; init; }
}
