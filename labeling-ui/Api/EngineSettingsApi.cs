using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using WebQA.LabelingUi.Settings;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;
using WebQA.Storage.Engines;

namespace WebQA.LabelingUi.Api;

/// <summary>Settings of search engines over HTTP, for administrators. Keys go in, and no answer holds one.</summary>
internal static class EngineSettingsApi
{
    public static void MapEngineSettings(this RouteGroupBuilder api)
    {
        var engines = api.MapGroup("/settings/engines").WithScope(ApiScopes.Settings).RequireAuthorization(policy => policy.RequireRole(AccountRoles.Admin));
        engines.MapGet("/", (EngineDesk desk) => desk.Cards().Select(EngineDocument.Of))
            .WithName("ListEngines").WithSummary("Every kind of search engine and how it is set up");
        engines.MapPut("/{engine}", Save)
            .WithName("SetEngine").WithSummary("Set address, contact and key of a search engine")
            .WithDescription("What is left out is taken away, but for the key: it stays until a new one is sent or remove_key is true.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        engines.MapPost("/{engine}/test", TestAsync)
            .WithName("TestEngine").WithSummary("Ask a search engine one question")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<EngineDocument>, ProblemHttpResult> Save(string engine, EngineWanted wanted, EngineDesk desk, ClaimsPrincipal user)
    {
        if (desk.Find(engine) is null)
        {
            return NoSuchEngine(engine);
        }
        try
        {
            var change = new EngineChange { Endpoint = wanted.Endpoint, Contact = wanted.Contact, NewKey = wanted.Key, RemovesKey = wanted.RemoveKey };
            return TypedResults.Ok(EngineDocument.Of(desk.Save(engine, change, user.Identity?.Name)));
        }
        catch (SettingRefusedException e)
        {
            return Problems.Because(StatusCodes.Status400BadRequest, "The setting cannot be used", e.Message);
        }
    }

    private static async Task<Results<Ok<EngineTested>, ProblemHttpResult>> TestAsync(string engine, EngineDesk desk, CancellationToken cancellationToken)
    {
        if (desk.Find(engine) is null)
        {
            return NoSuchEngine(engine);
        }
        var result = await desk.TestAsync(engine, cancellationToken);
        return TypedResults.Ok(new EngineTested(result.IsWorking, result.Count, (long)Math.Ceiling(result.Time.TotalMilliseconds), result.What, result.Remedy));
    }

    private static ProblemHttpResult NoSuchEngine(string engine) => Problems.Because(
        StatusCodes.Status404NotFound, "No such engine",
        $"There is no search engine '{engine}'. There is: {string.Join(", ", WebQA.TextBrowser.Search.Engines.EngineProtocols.All.Select(p => p.Name))}.");
}

/// <summary>How a search engine is set up.</summary>
/// <param name="Engine">The name in environments.</param>
/// <param name="Title">The name that people know.</param>
/// <param name="Endpoint">Where it is asked.</param>
/// <param name="Contact">Whom it may write to.</param>
/// <param name="Key">Whether it has a key, and from where; never the key.</param>
/// <param name="IsSetUp">Whether nothing that it needs is missing.</param>
/// <param name="UsedBy">Environments that list it.</param>
/// <param name="RequestsThisMonth">Requests that it had in this month (UTC).</param>
/// <param name="UpdatedAt">When something was last entered.</param>
/// <param name="UpdatedBy">Who entered it.</param>
internal sealed record EngineDocument(
    string Engine, string Title, string? Endpoint, string? Contact, KeySource Key, bool IsSetUp,
    IReadOnlyList<string> UsedBy, long RequestsThisMonth, DateTimeOffset? UpdatedAt, string? UpdatedBy)
{
    public static EngineDocument Of(EngineCard card) => new(
        card.Engine, card.Protocol.Title, card.Endpoint?.ToString(), card.Contact, card.Key, card.IsSetUp, card.UsedBy, card.RequestsThisMonth, card.UpdatedAt, card.UpdatedBy);
}

/// <summary>What to set.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EngineWanted
{
    [Description("Where it is asked; the engine's usual address where it is left out.")]
    public string? Endpoint { get; init; }

    [Description("Whom the engine may write to about this installation.")]
    public string? Contact { get; init; }

    [Description("A new key. It is kept encrypted and never given out again.")]
    public string? Key { get; init; }

    [Description("Whether the key that is kept is taken away.")]
    public bool RemoveKey { get; init; }

    /// <summary>Never shows the key.</summary>
    public override string ToString() => nameof(EngineWanted);
}

/// <summary>What a test found.</summary>
/// <param name="Ok">Whether it answered.</param>
/// <param name="Count">Results that it gave.</param>
/// <param name="Ms">How long it took.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record EngineTested(bool Ok, int Count, long Ms, string? Fault, string? Remedy);
