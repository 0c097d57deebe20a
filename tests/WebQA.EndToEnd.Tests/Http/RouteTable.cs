using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using static WebQA.Storage.Accounts.AccountRoles;

namespace WebQA.EndToEnd.Tests.Http;

/// <summary>Who gets through to which route: what the tests hold every route of the running app to. A new page or call needs its line here.</summary>
internal static class RouteTable
{
    /// <summary>An account that an administrator made and gave no role.</summary>
    public const string NoRole = "no role";

    private static readonly string[] SignedIn = [NoRole, .. All];

    /// <summary>Who labels, and whoever looks after those who do.</summary>
    private static readonly string[] Labeling = [Labeler, Reviewer, Researcher, Admin];

    /// <summary>Who looks after projects.</summary>
    private static readonly string[] Reviewing = [Reviewer, Researcher, Admin];

    /// <summary>Who settles disagreements.</summary>
    private static readonly string[] Deciding = [Reviewer, Admin];

    /// <summary>Who makes projects, and takes data in and out.</summary>
    private static readonly string[] Researching = [Researcher, Admin];

    private static readonly string[] Administrators = [Admin];

    /// <summary>Pages: their address, and who sees them. A page is asked for by GET, and sent its forms by POST.</summary>
    public static IReadOnlyDictionary<string, string[]> Pages { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["/"] = [.. All],
        ["/history"] = [.. All],
        ["/episodes/{Id}"] = [.. All],
        ["/episodes/{Id}/against/{Other}"] = [.. All],
        ["/pages/{PageSha256}"] = [.. All],
        ["/demonstrate"] = Labeling,
        ["/demonstrate/{Id}"] = Labeling,
        ["/compare"] = Labeling,
        ["/compare/{Project}"] = Labeling,
        ["/guidelines"] = Labeling,
        ["/guidelines/{Kind}/{Version}"] = Labeling,
        ["/admission"] = Reviewing,
        ["/settings"] = Administrators,
        ["/review"] = Deciding,
        ["/review/citations"] = Deciding,
        ["/review/labels"] = Deciding,
        ["/projects"] = Reviewing,
        ["/projects/{Name}"] = Reviewing,
        ["/projects/{Name}/comparisons"] = Reviewing,
        ["/projects/{Name}/comparisons/{Id}"] = Reviewing,
        ["/projects/{Name}/files"] = Researching,
        ["/keys"] = SignedIn,
        ["/account"] = SignedIn,
        ["/people"] = Administrators,
        ["/no-access"] = SignedIn,
        ["/not-found"] = SignedIn,
    };

    /// <summary>Calls: method and address, and who may make them.</summary>
    public static IReadOnlyDictionary<string, string[]> Calls { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["GET /episodes/{id}/answer.md"] = [.. All],
        ["GET /episodes/{id}/answer.html"] = [.. All],
        ["GET /{**path:file}"] = SignedIn,
        ["HEAD /{**path:file}"] = SignedIn,
        ["GET /openapi/{documentName}.json"] = SignedIn,
        ["POST /api/questions"] = [.. All],
        ["GET /api/episodes/{id}"] = [.. All],
        ["GET /api/episodes/{id}/steps"] = [.. All],
        ["GET /api/drafts/{kind}/{id}"] = [.. All],
        ["PUT /api/drafts/{kind}/{id}"] = [.. All],
        ["DELETE /api/drafts/{kind}/{id}"] = [.. All],
        ["GET /api/demonstrations"] = Labeling,
        ["POST /api/demonstrations"] = Labeling,
        ["GET /api/demonstrations/export/{form}"] = Researching,
        ["POST /api/projects/{project}/tasks"] = Labeling,
        ["POST /api/tasks/{id}/heartbeat"] = Labeling,
        ["POST /api/tasks/{id}/release"] = Labeling,
        ["POST /api/tasks/{id}/skip"] = Labeling,
        ["POST /api/tasks/{id}/comparison"] = Labeling,
        ["POST /api/review/tasks/{id}/decision"] = Deciding,
        ["POST /projects/{project}/import"] = Researching,
        ["GET /projects/{project}/export"] = Researching,
        ["GET /api/projects"] = Labeling,
        ["POST /api/projects"] = Researching,
        ["GET /api/projects/{project}/gold"] = Researching,
        ["POST /api/projects/{project}/gold"] = Researching,
        ["GET /api/projects/{project}/annotations"] = Reviewing,
        ["GET /api/projects/{project}/exports/{format}"] = Researching,
        ["GET /api/projects/{project}/exports/{format}/manifest"] = Researching,
        ["GET /api/incidents"] = Reviewing,
        ["POST /api/incidents/{id}/settlement"] = Deciding,
        ["GET /api/settings/engines"] = Administrators,
        ["PUT /api/settings/engines/{engine}"] = Administrators,
        ["POST /api/settings/engines/{engine}/test"] = Administrators,
    };

    /// <summary>The routes that are open to strangers.</summary>
    public static IReadOnlyList<string> Open { get; } = ["/first-administrator", "/health/live", "/health/ready", "/set-password", "/sign-in"];

    /// <summary>What the framework maps for itself, for whoever has signed in; the components that come over it check again.</summary>
    public static bool IsOfTheFramework(string pattern) => pattern.StartsWith("/_blazor", StringComparison.Ordinal) || pattern.StartsWith("/_framework", StringComparison.Ordinal);

    /// <summary>Method and address of each route that is not open, as the table writes them; <c>*</c> for a page.</summary>
    public static IEnumerable<(string Method, string Pattern, RouteEndpoint Route)> Of(IEnumerable<RouteEndpoint> routes) =>
        from route in routes
        where route.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        let pattern = $"/{route.RoutePattern.RawText!.Trim('/')}"
        where !Open.Contains(pattern) && !IsOfTheFramework(pattern)
        from method in Pages.ContainsKey(pattern) || IsPage(route) ? ["*"] : route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select (method, pattern, route);

    /// <summary>An address of a route, each parameter filled with <c>x</c>.</summary>
    public static string Address(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(
        segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content
            : part is RoutePatternSeparatorPart separator ? separator.Content : "x"))));

    private static bool IsPage(RouteEndpoint route) => route.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null;
}
