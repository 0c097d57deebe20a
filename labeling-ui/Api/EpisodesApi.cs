using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WebQA.Core.Episodes;
using WebQA.LabelingUi.SignIn;
using WebQA.Runs;
using WebQA.Runs.Answers;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Reading episodes over HTTP: the answer document, and the events as they happen.</summary>
internal static class EpisodesApi
{
    public static void MapEpisodes(this RouteGroupBuilder api)
    {
        api.MapGet("/episodes/{id}", AnswerAsync)
            .WithScope(ApiScopes.Episodes)
            .WithName("GetEpisode")
            .WithSummary("The answer document of an episode")
            .WithDescription("webqa.answer/1: question, outcome, answer, citations, references and steps, as far as the episode is.")
            .Produces<AnswerDocument>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/episodes/{id}/steps", StepsAsync)
            .WithScope(ApiScopes.Episodes)
            .WithName("WatchEpisode")
            .WithSummary("The events of an episode, as server-sent events")
            .WithDescription(
                "First those that are stored, then each new one, until the episode has ended. The event id is its sequence number; "
                + "after a lost connection, Last-Event-ID goes on behind it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> AnswerAsync(string id, ClaimsPrincipal user, EpisodeReader reader, IEpisodeStore store, CancellationToken cancellationToken) =>
        await store.FindForAsync(user, id, cancellationToken) is { } summary && await reader.ReadAsync(id, cancellationToken) is { } state
            ? TypedResults.Text(AnswerDocument.Of(state, summary).ToJson(), "application/json")
            : Problems.NoSuchEpisode(id);

    private static async Task<Results<ServerSentEventsResult<JsonNode>, ProblemHttpResult>> StepsAsync(
        string id,
        ClaimsPrincipal user,
        [FromHeader(Name = "Last-Event-ID")] int? after,
        IEpisodeHost host,
        IEpisodeStore store,
        CancellationToken cancellationToken)
    {
        if (await store.FindForAsync(user, id, cancellationToken) is null)
        {
            return Problems.NoSuchEpisode(id);
        }
        return TypedResults.ServerSentEvents(EventsAsync(host, id, after ?? -1, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<JsonNode>> EventsAsync(
        IEpisodeHost host, string id, int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stored in host.WatchAsync(id, after, cancellationToken))
        {
            var json = JsonNode.Parse(stored.Event.ToJson())!;
            yield return new SseItem<JsonNode>(json, json["type"]!.GetValue<string>()) { EventId = stored.Sequence.ToString() };
        }
    }
}
