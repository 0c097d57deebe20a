using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Citations that people call wrong, over HTTP, for reviewers.</summary>
internal static class IncidentsApi
{
    private const int MaxPage = 1_000;

    public static void MapIncidents(this RouteGroupBuilder api)
    {
        var incidents = api.MapGroup("/incidents").WithScope(ApiScopes.Review)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Reviewer, AccountRoles.Researcher, AccountRoles.Admin));
        incidents.MapGet("/", ListAsync).WithName("ListIncidents").WithSummary("Citations that people call wrong, the oldest first");
        incidents.MapPost("/{id}/settlement", SettleAsync)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Reviewer, AccountRoles.Admin))
            .WithName("SettleIncident").WithSummary("Settle an incident, with the reason")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IReadOnlyList<CitationIncident>> ListAsync(
        IIncidentStore store, CancellationToken cancellationToken,
        [Description("Those still open, or those settled; all where it is left out.")] bool? open = null, int limit = 100, int skip = 0) =>
        await store.ListAsync(open, Math.Clamp(limit, 1, MaxPage), Math.Max(0, skip), cancellationToken);

    private static async Task<IResult> SettleAsync(string id, IncidentSettled settled, ClaimsPrincipal user, IIncidentStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store.SettleAsync(id, settled.Verdict, settled.Rationale, user.PersonId(), cancellationToken);
            return TypedResults.NoContent();
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }
}

/// <summary>What is decided of an incident.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IncidentSettled
{
    [Description("accepted: the citation is wrong; rejected: it holds; fixed: it was wrong and is mended.")]
    public required IncidentVerdict Verdict { get; init; }

    [Description("Why.")]
    public required string Rationale { get; init; }
}
