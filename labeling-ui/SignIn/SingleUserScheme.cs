using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.SignIn;

/// <summary>On this machine alone whoever asks is the operator, without a name. The rules of pages and API are the same as where people sign in.</summary>
internal sealed class SingleUserScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "single-user";

    private static readonly ClaimsPrincipal Operator =
        new(new ClaimsIdentity(AccountRoles.All.Select(role => new Claim(ClaimTypes.Role, role)), Name));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(Operator, Name)));
}
