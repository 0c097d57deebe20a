using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using WebQA.Core.Episodes;
using WebQA.Core.Questions;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Asking over HTTP. The Ask page uses it too, so that a lost connection never swallows a question.</summary>
internal static class QuestionsApi
{
    public static void MapQuestions(this RouteGroupBuilder api) => api
        .MapPost("/questions", AskAsync)
        .WithScope(ApiScopes.Episodes)
        .WithName("AskQuestion")
        .WithSummary("Ask a question")
        .WithDescription("Starts an episode and answers at once with its id; the episode goes on by itself.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Accepted<QuestionAccepted>, ProblemHttpResult>> AskAsync(
        QuestionAsked asked, ClaimsPrincipal user, IEpisodeHost host, IEpisodeStore store, CancellationToken cancellationToken)
    {
        try
        {
            var request = asked.ToRequest() with { OwnerId = user.OwnerId() };
            if (request.FollowUpOf is { } followed && await store.FindForAsync(user, followed, cancellationToken) is null)
            {
                throw new InvalidQuestionException($"There is no episode {followed} to follow up. Ask without it.");
            }
            var id = await host.StartAsync(request, cancellationToken);
            var location = $"/api/episodes/{id}";
            return TypedResults.Accepted(location, new QuestionAccepted(id, location, $"/episodes/{id}"));
        }
        catch (Exception e) when (e is InvalidQuestionException or UnknownNameException)
        {
            return Problems.Because(StatusCodes.Status400BadRequest, "The question cannot be asked", e.Message);
        }
        catch (Exception e) when (e is HostRefusedException or StorageException)
        {
            return Problems.Because(StatusCodes.Status503ServiceUnavailable, "Nothing can be started now", e.Message);
        }
    }
}

/// <summary>What is asked, where, by which policy.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record QuestionAsked
{
    [Description("The question, at most 4,000 characters.")]
    public required string Question { get; init; }

    [Description("Name of the environment; the default one where it is left out.")]
    public string? Environment { get; init; }

    [Description("Name of the policy; the default one where it is left out.")]
    public string? Policy { get; init; }

    [Description("Seed of the episode's randomness. The same seed gives the same episode.")]
    public long Seed { get; init; }

    [Description("Sampling temperature, 0 (greedy) to 10.")]
    public double Temperature { get; init; }

    [Description("Actions before browsing is cut short, 1 to 1,000.")]
    public int MaxActions { get; init; } = 100;

    [Description("Words of all quotes together, 10 to 5,000.")]
    public int ReferenceWords { get; init; } = 400;

    [Description("Id of an ended episode whose quotes are at hand from the start.")]
    public string? FollowUpOf { get; init; }

    public EpisodeRequest ToRequest() => new()
    {
        Question = Question,
        Environment = NullIfEmpty(Environment),
        Policy = NullIfEmpty(Policy),
        Seed = Seed,
        Temperature = Temperature,
        FollowUpOf = NullIfEmpty(FollowUpOf),
        Limits = new EpisodeLimits { MaxActions = MaxActions, ReferenceWords = ReferenceWords },
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>The question was taken.</summary>
/// <param name="Id">The episode's id.</param>
/// <param name="Location">Where its answer document is.</param>
/// <param name="Page">Where people watch it.</param>
internal sealed record QuestionAccepted(string Id, string Location, string Page);
