using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;
using WebQA.Storage.Exchange;

namespace WebQA.LabelingUi.Api;

/// <summary>What people said, over HTTP: as lines that stream, or exported in a form of the field. Labelers are keyed hashes in both.</summary>
internal static class AnnotationsApi
{
    /// <summary>Lines of a page where nothing else is asked for, and at most.</summary>
    private const int Page = 1_000, MaxPage = 100_000;

    public static void MapAnnotations(this RouteGroupBuilder api)
    {
        api.MapGet("/projects/{project}/annotations", ReadAsync).WithScope(ApiScopes.Annotations)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Reviewer, AccountRoles.Researcher, AccountRoles.Admin))
            .WithName("ReadAnnotations").WithSummary("The comparisons of a project, a JSON line each, in the order in which they were made")
            .WithDescription("Lines of the form 'webqa'. After the last line of a page, ask again with its id as 'after'; a page with fewer lines than 'limit' is the last.")
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        var exports = api.MapGroup("/projects/{project}/exports/{format}").WithScope(ApiScopes.Exports)
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Researcher, AccountRoles.Admin))
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        exports.MapGet("/", ExportAsync).WithName("ExportProject").WithSummary("A project as a file of a form")
            .WithDescription($"Forms: {string.Join(", ", ComparisonFormats.All.Select(static f => f.Name))}. Where a form holds no ties, 'ties' says what becomes of them.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        exports.MapGet("/manifest", ManifestAsync).WithName("ExportManifest").WithSummary("What the file of an export holds, and its SHA-256");
    }

    private static async Task<IResult> ReadAsync(
        string project, IFeedbackStore store, LabelerNames names, HttpContext http, CancellationToken cancellationToken,
        [FromQuery(Name = "made_by"), Description("people, simulated or everybody.")] string madeBy = "people", [Description("The id of the last line seen.")] string? after = null, [Description("Most lines.")] int limit = Page)
    {
        try
        {
            if (limit is < 1 or > MaxPage)
            {
                throw Invalid($"The limit is {limit}; it is from 1 to {MaxPage:N0}.");
            }
            var comparisons = AfterAsync(store.ReadAsync(project, Parse<MadeBy>(madeBy, "made_by"), cancellationToken), after, limit, names, cancellationToken);
            await using var lines = comparisons.GetAsyncEnumerator(cancellationToken);
            // The first is read before the answer begins, so that what cannot be read is refused in words.
            var hasFirst = await lines.MoveNextAsync();
            // The forms write as to a file; what they write goes out as it comes, a buffer at a time.
            http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
            http.Response.ContentType = "application/x-ndjson; charset=utf-8";
            await ComparisonFormats.All[0].WriteAsync(http.Response.Body, RestAsync(lines, hasFirst), cancellationToken);
            return Results.Empty;
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }

    private static async Task<IResult> ExportAsync(
        string project, string format, ProjectExport export, CancellationToken cancellationToken,
        [Description("drop or expand.")] string ties = "drop", [FromQuery(Name = "made_by"), Description("people, simulated or everybody.")] string madeBy = "people")
    {
        var path = Path.Combine(Path.GetTempPath(), $"webqa-export-{Guid.NewGuid():N}");
        try
        {
            var to = Form(format);
            await export.RunAsync(project, Parse<MadeBy>(madeBy, "made_by"), path, to, Parse<TiePolicy>(ties, "ties"), cancellationToken);
            var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose });
            return Results.File(file, "application/octet-stream", $"{project}.{to.Name}");
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }

    private static async Task<Results<Ok<ExportManifest>, ProblemHttpResult>> ManifestAsync(
        string project, string format, ProjectExport export, CancellationToken cancellationToken, string ties = "drop", [FromQuery(Name = "made_by")] string madeBy = "people")
    {
        var path = Path.Combine(Path.GetTempPath(), $"webqa-export-{Guid.NewGuid():N}");
        try
        {
            return TypedResults.Ok(await export.RunAsync(project, Parse<MadeBy>(madeBy, "made_by"), path, Form(format), Parse<TiePolicy>(ties, "ties"), cancellationToken));
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async IAsyncEnumerable<Comparison> AfterAsync(
        IAsyncEnumerable<StoredComparison> all, string? after, int limit, LabelerNames names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (isPast, left) = (after is null, limit);
        await foreach (var stored in all.WithCancellation(cancellationToken))
        {
            if (isPast && left-- > 0)
            {
                var comparison = stored.ToComparison();
                yield return comparison with { Labeler = comparison.Labeler is { } person ? names.Of(person) : null };
            }
            if (left <= 0)
            {
                yield break;
            }
            isPast |= stored.Id == after;
        }
        if (!isPast)
        {
            throw Invalid($"The project has no comparison '{after}' to go on behind.");
        }
    }

    private static async IAsyncEnumerable<Comparison> RestAsync(IAsyncEnumerator<Comparison> lines, bool hasOne)
    {
        for (; hasOne; hasOne = await lines.MoveNextAsync())
        {
            yield return lines.Current;
        }
    }

    private static IComparisonFormat Form(string name) => ComparisonFormats.Find(name)
        ?? throw Invalid($"There is no form '{name}'. There is: {string.Join(", ", ComparisonFormats.All.Select(static f => f.Name))}.");

    private static T Parse<T>(string text, string name)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true)
        : throw Invalid($"{name} is '{text}'. There is: {string.Join(", ", Enum.GetNames<T>().Select(static n => n.ToLowerInvariant()))}.");

    private static FeedbackRefusedException Invalid(string message) => new(FeedbackRefusal.Invalid, message);
}
