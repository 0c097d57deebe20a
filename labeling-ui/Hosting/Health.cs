using WebQA.LabelingUi.Status;

namespace WebQA.LabelingUi.Hosting;

/// <summary>Whether the process lives, and whether it can answer questions already.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", (ISetupStatus setup) => setup.Parts.Any(p => p.State == SetupState.Working)
            ? Results.Json(setup.Parts, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Json(setup.Parts)).ExcludeFromDescription();
    }
}
