using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using WebQA.LabelingUi.Api;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.SignIn;

/// <summary>Programs that show a key of a person (<c>Authorization: Bearer webqa_…</c>): they may what the token is for, as far as the person's roles of this moment go.</summary>
internal sealed class ApiTokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiTokens tokens, People people, FailedTokens failures)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "api-token", Scope = "webqa:scope";

    private const string Bearer = "Bearer ";

    private TimeSpan? _wait;

    /// <summary>Whether a request shows a key. Only calls of the API are made so; pages need a session.</summary>
    public static bool IsShownBy(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsShownBy(Request))
        {
            return AuthenticateResult.NoResult();
        }
        var from = Context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
        _wait = failures.WaitOf(from);
        if (_wait is not null)
        {
            return AuthenticateResult.Fail("Too many wrong tokens came from this address.");
        }
        if (tokens.Find(Request.Headers.Authorization.ToString()[Bearer.Length..].Trim()) is not { } token || await people.FindActiveAsync(token.OwnerId) is not { } person)
        {
            failures.Count(from);
            return AuthenticateResult.Fail("The token does not hold.");
        }
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, person.Id), new(ClaimTypes.Name, person.Name),
                .. person.Roles.Select(static role => new Claim(ClaimTypes.Role, role)), .. token.Scopes.Select(static scope => new Claim(Scope, scope)),
            ],
            Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_wait is { } wait)
        {
            Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
            return RefuseAsync(StatusCodes.Status429TooManyRequests, "Too many wrong tokens", "Too many wrong tokens came from this address. Wait as long as Retry-After says.");
        }
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return RefuseAsync(StatusCodes.Status401Unauthorized, "The token does not hold", "It is mistyped, has ended or was revoked, or its account is disabled. Make another at /account.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<ScopeMetadata>()?.Scope;
        var why = needed is not null && !Context.User.HasClaim(Scope, needed) ? $"The token is not made for '{needed}'. Make one that is at /account." : "The account that the token stands for may not do that. An administrator can change its roles.";
        return RefuseAsync(StatusCodes.Status403Forbidden, "Not allowed", why);
    }

    private Task RefuseAsync(int status, string title, string detail)
    {
        Response.StatusCode = status;
        return Problems.Because(status, title, detail).ExecuteAsync(Context);
    }
}
