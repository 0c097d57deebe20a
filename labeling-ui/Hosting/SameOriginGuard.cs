using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace WebQA.LabelingUi.Hosting;

/// <summary>
/// Refuses requests that a foreign web page could make a browser send to this machine: by a name that was rebound to it
/// (Host), or from another site (Origin). Holds for pages, the API and the circuit alike.
/// </summary>
internal static class SameOriginGuard
{
    public static void UseSameOriginGuard(this IApplicationBuilder app, Listening listening) => app.Use(async (context, next) =>
    {
        if (Refusal(context.Request, listening) is { } reason)
        {
            await Refuse(reason).ExecuteAsync(context);
            return;
        }
        await next(context);
    });

    internal static string? Refusal(HttpRequest request, Listening listening)
    {
        if (!request.Host.HasValue || !listening.AnswersTo(request.Host.Host))
        {
            return listening.RequiresSignIn
                ? $"The request names the host '{request.Host}', which this app does not know as its own. The operator can add it to the setting AllowedHosts."
                : $"The request names the host '{request.Host}'. This app answers only to localhost, 127.0.0.1 and [::1].";
        }
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !IsOwn(origin, request)
            ? $"The request comes from '{origin}', which is another site than this app."
            : null;
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static ProblemHttpResult Refuse(string reason) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status403Forbidden,
        Title = "Refused",
        Detail = reason,
    });
}
