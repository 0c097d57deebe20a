using System.ComponentModel;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Saving unfinished work over HTTP, so that it survives a lost circuit. Everybody has only their own drafts.</summary>
internal static class DraftsApi
{
    /// <summary>Room for a draft of the greatest length, each character as a JSON escape.</summary>
    private const int MaxBodyBytes = 6 * DraftChange.MaxBody;

    /// <summary>Browsers and programs escape more or less; what is kept is as long as what was written.</summary>
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapDrafts(this RouteGroupBuilder api)
    {
        api.MapPut("/drafts/{kind}/{id}", SaveAsync)
            .WithScope(ApiScopes.Tasks)
            .WithName("SaveDraft")
            .WithSummary("Save a draft")
            .WithDescription("It is on the disk when this answers. Where another tab has saved a newer one, that one is answered with 409 and nothing is saved.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<DraftShown>(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone);
        api.MapGet("/drafts/{kind}/{id}", FindAsync)
            .WithScope(ApiScopes.Tasks)
            .WithName("GetDraft")
            .WithSummary("Your draft")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapDelete("/drafts/{kind}/{id}", DeleteAsync)
            .WithScope(ApiScopes.Tasks)
            .WithName("DeleteDraft")
            .WithSummary("Delete your draft");
    }

    private static async Task<Results<Ok<DraftShown>, Conflict<DraftShown>, ProblemHttpResult>> SaveAsync(
        string kind, string id, DraftSent sent, ClaimsPrincipal user, IDraftStore drafts, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await drafts.SaveAsync(
                user.PersonId(), new DraftKey(kind, id), new DraftChange(sent.Version, sent.Client, sent.Sequence, JsonSerializer.Serialize(sent.Content, Unescaped)), cancellationToken);
            return outcome.IsSaved ? TypedResults.Ok(DraftShown.Saved(outcome.Current)) : TypedResults.Conflict(DraftShown.Whole(outcome.Current));
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }

    private static async Task<Results<Ok<DraftShown>, ProblemHttpResult>> FindAsync(
        string kind, string id, ClaimsPrincipal user, IDraftStore drafts, CancellationToken cancellationToken) =>
        await drafts.FindAsync(user.PersonId(), new DraftKey(kind, id), cancellationToken) is { } draft
            ? TypedResults.Ok(DraftShown.Whole(draft))
            : Problems.Because(StatusCodes.Status404NotFound, "No draft", $"You have no draft of {kind} '{id}'.");

    private static async Task<NoContent> DeleteAsync(string kind, string id, ClaimsPrincipal user, IDraftStore drafts, CancellationToken cancellationToken)
    {
        await drafts.DeleteAsync(user.PersonId(), new DraftKey(kind, id), cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A change of a draft.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DraftSent
{
    [Description("The version it was made from; 0 for a new draft.")]
    public required long Version { get; init; }

    [Description("The tab: a random name of at most 64 characters that it keeps.")]
    public required string Client { get; init; }

    [Description("Grows with each change of the tab, so that a repeated or overtaken request changes nothing.")]
    public required long Sequence { get; init; }

    [Description("The whole work: any JSON value of at most 1,000,000 characters.")]
    public required JsonElement Content { get; init; }
}

/// <summary>A draft as it is kept.</summary>
/// <param name="Version">To be named by the next change.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="Content">The work; left out where it is what was just sent.</param>
internal sealed record DraftShown(long Version, DateTimeOffset SavedAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Content)
{
    public static DraftShown Saved(Draft draft) => new(draft.Version, draft.SavedAt, null);

    public static DraftShown Whole(Draft draft) => new(draft.Version, draft.SavedAt, JsonElement.Parse(draft.Body));
}
