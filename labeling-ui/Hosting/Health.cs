using WebQA.LabelingUi.Status;

namespace WebQA.LabelingUi.Hosting;

/// <summary>Whether the process lives, and whether it can answer questions already.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription().AllowAnonymous();
        app.MapGet("/health/ready", (ISetupStatus setup, HttpContext http) =>
        {
            var parts = setup.Parts;
            // Strangers learn whether, not what: the parts name folders and addresses.
            IReadOnlyList<SetupPart> shown = http.User.Identity is { IsAuthenticated: true } ? parts : [];
            return Results.Json(shown, statusCode: parts.Any(p => p.State == SetupState.Working) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).ExcludeFromDescription().AllowAnonymous();
    }
}
