using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using WebQA.LabelingUi.Api;

namespace WebQA.LabelingUi.SignIn;

/// <summary>How strangers are refused: a person's page leads to signing in, everything else gets a status and the reason.</summary>
internal static class SignInRefusals
{
    private static readonly string[] ForPrograms = ["/api", "/openapi", "/_blazor", "/_framework"];

    public static Task NotSignedInAsync(RedirectContext<CookieAuthenticationOptions> context) => IsPage(context.Request)
        ? Redirect(context)
        : RefuseAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "Not signed in", $"Sign in at {SignInRoutes.SignIn} first.");

    public static Task NotAllowedAsync(RedirectContext<CookieAuthenticationOptions> context) => IsPage(context.Request)
        ? Redirect(context)
        : RefuseAsync(context.HttpContext, StatusCodes.Status403Forbidden, "Not allowed", "This account may not do that. An administrator can.");

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !ForPrograms.Any(p => request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        return Problems.Because(status, title, detail).ExecuteAsync(context);
    }
}
