using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using WebQA.Core.Demonstrations;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.LabelingUi.SignIn;
using WebQA.Runs.Demonstrations;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Beginning demonstrations over HTTP, and one's own. Everybody has only their own.</summary>
internal static class DemonstrationsApi
{
    public static void MapDemonstrations(this RouteGroupBuilder api)
    {
        var demonstrations = api.MapGroup("/demonstrations").WithScope(ApiScopes.Tasks)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Labeler, AccountRoles.Reviewer, AccountRoles.Researcher, AccountRoles.Admin));
        demonstrations.MapPost(string.Empty, BeginAsync)
            .WithName("BeginDemonstration")
            .WithSummary("Begin a demonstration of a question of your own")
            .Produces<DemonstrationBegun>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        demonstrations.MapGet(string.Empty, List)
            .WithName("ListDemonstrations")
            .WithSummary("Your demonstrations");
        api.MapGet("/demonstrations/export/{form}", ExportAsync)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Researcher, AccountRoles.Admin))
            .WithScope(ApiScopes.Exports)
            .WithName("ExportDemonstrations")
            .WithSummary("Demonstrations as training data, a JSON line a step")
            .WithDescription("Forms: steps, with all that is known of each; sft, chat messages. Scrolls are merged and the policy's view is rendered again.")
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> BeginAsync(DemonstrationAsked asked, ClaimsPrincipal user, DemonstrationDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            var id = await desk.BeginAsync(user.PersonId(), asked.Question, asked.Environment, cancellationToken);
            return TypedResults.Ok(new DemonstrationBegun(id, $"/demonstrate/{id}"));
        }
        catch (Exception refused) when (refused is InvalidQuestionException or UnknownNameException)
        {
            return Problems.Because(StatusCodes.Status400BadRequest, "The demonstration cannot begin", refused.Message);
        }
    }

    private static IResult ExportAsync(string form, DemonstrationExport export, CancellationToken cancellationToken, [Description("Of one project; all where it is left out.")] string? project = null) =>
        Enum.TryParse<DemonstrationForm>(form, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted)
            ? TypedResults.Stream(output => export.WriteAsync(wanted, project, output, cancellationToken), "application/x-ndjson", $"demonstrations.{form}.jsonl")
            : Problems.Because(StatusCodes.Status404NotFound, "No such form", $"Demonstrations are not written as '{form}'. There is: steps, sft.");

    private static IAsyncEnumerable<Demonstration> List(ClaimsPrincipal user, IDemonstrationStore demonstrations, CancellationToken cancellationToken) =>
        demonstrations.ReadAsync(new DemonstrationQuery(user.PersonId(), State: DemonstrationState.All), cancellationToken);
}

/// <summary>What is to be demonstrated.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DemonstrationAsked
{
    [Description("The question, as typed.")]
    public required string Question { get; init; }

    [Description("Name of the environment; left out for the default.")]
    public string? Environment { get; init; }
}

/// <summary>It began.</summary>
/// <param name="Id">The episode's id.</param>
/// <param name="Page">Where the person works on it.</param>
internal sealed record DemonstrationBegun(string Id, string Page);
