using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace WebQA.LabelingUi.SignIn;

/// <summary>Holds calls that are made by token to what the token is for.</summary>
internal static class Scopes
{
    /// <summary>What a token must be made for to make these calls. A call that names nothing is made by no token.</summary>
    public static TBuilder WithScope<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ScopeMetadata(scope));

    /// <summary>Whether the token, where there is one, is made for the call.</summary>
    public static bool Allow(AuthorizationHandlerContext context) =>
        !IsToken(context.User)
        || context.Resource is HttpContext http && http.GetEndpoint()?.Metadata.GetMetadata<ScopeMetadata>() is { } needed && context.User.HasClaim(ApiTokenScheme.Scope, needed.Scope);

    private static bool IsToken(ClaimsPrincipal user) => user.Identity?.AuthenticationType == ApiTokenScheme.Name;
}
