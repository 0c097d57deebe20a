using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>Hidden gold tasks over HTTP, for those alone who may know that a task is one.</summary>
internal static class GoldApi
{
    /// <summary>Room for two long answers with their references.</summary>
    private const int MaxBodyBytes = 4_000_000;

    public static void MapGold(this RouteGroupBuilder api)
    {
        var gold = api.MapGroup("/projects/{project}/gold").WithScope(ApiScopes.Projects)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Researcher, AccountRoles.Admin))
            .ProducesProblem(StatusCodes.Status404NotFound);
        gold.MapGet("/", ListAsync).WithName("ListGold").WithSummary("The hidden gold tasks of a project");
        gold.MapPost("/", AddAsync).WithName("AddGold").WithSummary("Add a hidden gold task")
            .WithDescription("One that is there already is left as it is; the answer then says that none was added.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ListAsync(string project, IFeedbackStore store, CancellationToken cancellationToken)
    {
        try
        {
            var found = new List<GoldTask>();
            await foreach (var task in store.ReadTasksAsync(project, cancellationToken))
            {
                if (task.Gold is { } said)
                {
                    found.Add(new GoldTask { Question = task.Question.Text, A = GoldAnswer.Of(task.A), B = GoldAnswer.Of(task.B), Gold = said });
                }
            }
            return TypedResults.Ok(found);
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }

    private static async Task<IResult> AddAsync(string project, GoldTask gold, IFeedbackStore store, CancellationToken cancellationToken)
    {
        try
        {
            // Nothing of it may tell a labeler that it is gold, its data set included.
            var question = new Question(QuestionText.IdOf(gold.Question), gold.Question);
            return TypedResults.Ok(new GoldAdded(await store.AddTasksAsync(project, [new ComparisonTask(question, gold.A.ToAnswer(), gold.B.ToAnswer()) { Gold = gold.Gold }], cancellationToken)));
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }
}

/// <summary>A task whose answer is known.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record GoldTask
{
    [Description("What was asked.")]
    public required string Question { get; init; }

    [Description("The one answer.")]
    public required GoldAnswer A { get; init; }

    [Description("The other answer.")]
    public required GoldAnswer B { get; init; }

    [Description("What a researcher said of them.")]
    public required Preference Gold { get; init; }
}

/// <summary>An answer of a gold task.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record GoldAnswer
{
    [Description("With its citation markers.")]
    public required string Text { get; init; }

    [Description("What it cites, in the order of their numbers.")]
    public IReadOnlyList<GoldReference> References { get; init; } = [];

    public static GoldAnswer Of(ComparedAnswer answer) => new() { Text = answer.Text, References = [.. answer.References.Select(static r => new GoldReference { Title = r.Title, Extract = r.Extract })] };

    public ComparedAnswer ToAnswer() => new(Text, [.. References.Select(static r => new ComparedReference(r.Title, r.Extract))]);
}

/// <summary>A reference of an answer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record GoldReference
{
    [Description("Of the page.")]
    public required string Title { get; init; }

    [Description("The quoted text.")]
    public required string Extract { get; init; }
}

/// <summary>What became of a gold task.</summary>
/// <param name="Added">1 where it is new, else 0.</param>
internal sealed record GoldAdded(int Added);
