namespace WebQA.LabelingUi.Hosting;

/// <summary>Headers that keep everything on a page the app's own: no foreign code, no frames, no referrer to cited sites.</summary>
internal static class SecurityHeaders
{
    /// <summary>Scripts from files only. Styles also inline: MudBlazor writes its theme and places its menus so.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        // Nothing to other sites. "no-referrer" would also take the Origin from forms, which then could not be told from foreign ones.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });
}
