using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.LabelingUi.SignIn;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.Api;

/// <summary>The HTTP API: what it needs and where it is mapped. Described at <c>/openapi/v1.json</c>.</summary>
internal static class WebQAApi
{
    /// <summary>Room for a question of 10,000 characters, each as a JSON escape, so that its refusal can say what is wrong.</summary>
    private const int MaxBodyBytes = 128 * 1_024;

    public static void AddWebQAApi(this IServiceCollection services)
    {
        services.AddOpenApi();
        services.AddProblemDetails();
        services.AddExceptionHandler<FaultHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.RespectNullableAnnotations = true; // A null where none may be is the caller's fault, and is said to be.
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
    }

    public static void MapWebQAApi(this WebApplication app)
    {
        app.MapOpenApi();
        var api = app.MapGroup("/api")
            .WithTags("WebQA")
            .RequireAuthorization(policy => policy.RequireRole(AccountRoles.All).RequireAssertion(Scopes.Allow))
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MaxBodyBytes))
            .DisableAntiforgery();
        api.MapQuestions();
        api.MapEpisodes();
        api.MapDrafts();
        api.MapTasks();
        api.MapProjects();
        api.MapGold();
        api.MapAnnotations();
        api.MapIncidents();
        api.MapDemonstrations();
        api.MapEngineSettings();
        app.MapExports();
    }
}
