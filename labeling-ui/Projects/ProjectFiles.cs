using System.IO.Compression;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using WebQA.Core.Feedback;
using WebQA.LabelingUi.Api;
using WebQA.Storage;
using WebQA.Storage.Accounts;
using WebQA.Storage.Exchange;

namespace WebQA.LabelingUi.Projects;

/// <summary>Files into a project and out of it, for the Projects screens. They stream: neither the circuit nor the memory holds one.</summary>
internal static class ProjectFiles
{
    /// <summary>Largest file that is taken in.</summary>
    public const long MaxBytes = 4L * 1024 * 1024 * 1024;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void MapProjectFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/projects/{project}")
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.Researcher, AccountRoles.Admin)).DisableAntiforgery().ExcludeFromDescription();
        files.MapPost("/import", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        files.MapGet("/export", ExportAsync);
    }

    /// <summary>The file lies whole in the data folder before anything of it is taken: a lost connection leaves nothing half-written.</summary>
    private static async Task<IResult> ImportAsync(
        string project, string from, HttpRequest request, ClaimsPrincipal user, ProjectImport import, DataFolder data, CancellationToken cancellationToken)
    {
        if (ComparisonFormats.Find(from) is not { } format)
        {
            return NoFormat(from);
        }
        await using var upload = new PassingFile(data);
        await using (var file = File.Create(upload.Path))
        {
            await request.Body.CopyToAsync(file, cancellationToken);
        }
        try
        {
            return TypedResults.Ok(await import.RunAsync(upload.Path, format, project, user.FindFirstValue(ClaimTypes.NameIdentifier), cancellationToken));
        }
        catch (ExchangeFormatException wrong)
        {
            return Problems.Because(StatusCodes.Status400BadRequest, "The file has another form", wrong.Message);
        }
        catch (FeedbackRefusedException refused)
        {
            return Problems.Because(refused);
        }
    }

    /// <summary>The file and its manifest in one archive, so that neither is without the other.</summary>
    private static async Task ExportAsync(
        string project, string to, TiePolicy ties, MadeBy by, bool? adjudicated, HttpContext context, ProjectExport export, AnswerExport answers, DataFolder data, CancellationToken cancellationToken)
    {
        var (pairs, singles) = (ComparisonFormats.Find(to), AnswerFormats.Find(to));
        if (pairs is null && singles is null)
        {
            await NoFormat(to).ExecuteAsync(context);
            return;
        }
        await using var written = new PassingFile(data);
        ExportManifest manifest;
        try
        {
            manifest = singles is not null
                ? await answers.RunAsync(project, by, written.Path, singles, cancellationToken)
                : await export.RunAsync(project, by, written.Path, pairs!, ties, adjudicated ?? false, cancellationToken);
        }
        catch (FeedbackRefusedException refused)
        {
            await Problems.Because(refused).ExecuteAsync(context);
            return;
        }
        var name = FileName(project, to);
        context.Response.ContentType = "application/zip";
        context.Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = $"{name}.zip" }.ToString();
        await using var archive = await ZipArchive.CreateAsync(context.Response.BodyWriter.AsStream(), ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (var entry = await archive.CreateEntry($"{name}.manifest.json", CompressionLevel.Fastest).OpenAsync(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(entry, manifest, Indented, cancellationToken);
        }
        await using (var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken))
        {
            await using var file = File.OpenRead(written.Path);
            await file.CopyToAsync(entry, cancellationToken);
        }
    }

    private static string FileName(string project, string format) => $"{project}.{format}.{(format == "label-studio" ? "json" : "jsonl")}";

    private static ProblemHttpResult NoFormat(string name) => Problems.Because(
        StatusCodes.Status400BadRequest, "No such form", $"There is no form '{name}'. There is: {string.Join(", ", ComparisonFormats.All.Select(static format => format.Name).Concat(AnswerFormats.All.Select(static format => format.Name)))}.");

    /// <summary>A file that lives as long as a request.</summary>
    private sealed class PassingFile(DataFolder data) : IAsyncDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(data.Root, $".passing-{Guid.NewGuid():N}");

        public ValueTask DisposeAsync()
        {
            File.Delete(Path);
            return ValueTask.CompletedTask;
        }
    }
}
