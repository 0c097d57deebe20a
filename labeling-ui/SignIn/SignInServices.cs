using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using WebQA.LabelingUi.Hosting;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.SignIn;

/// <summary>Who may see what. Everything is refused to strangers unless its route says otherwise; what is for administrators says so itself.</summary>
internal static class SignInServices
{
    /// <summary>How long a session lasts without being used.</summary>
    private static readonly TimeSpan Session = TimeSpan.FromHours(12);

    /// <summary>How soon a changed password or a deleted account ends its sessions.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    /// <summary>A person by session, or a program by token.</summary>
    private const string EitherScheme = "session-or-token";

    public static void AddSignIn(this IServiceCollection services, Listening listening)
    {
        services.AddSingleton(listening);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddAccounts().AddSignInManager();
        services.AddSingleton<FirstAdministrator>();
        if (listening.RequiresSignIn)
        {
            AddPeople(services);
        }
        else
        {
            services.AddAuthentication(SingleUserScheme.Name).AddScheme<AuthenticationSchemeOptions, SingleUserScheme>(SingleUserScheme.Name, null);
        }
    }

    private static void AddPeople(IServiceCollection services)
    {
        var schemes = services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, static options => options.ForwardDefaultSelector =
                static context => ApiTokenScheme.IsShownBy(context.Request) ? ApiTokenScheme.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenScheme>(ApiTokenScheme.Name, null);
        schemes.AddIdentityCookies();
        services.AddSingleton<FailedTokens>();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "webqa-session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Session;
            options.SlidingExpiration = true;
            options.LoginPath = SignInRoutes.SignIn;
            options.AccessDeniedPath = SignInRoutes.NoAccess;
            options.Events.OnRedirectToLogin = SignInRefusals.NotSignedInAsync;
            options.Events.OnRedirectToAccessDenied = SignInRefusals.NotAllowedAsync;
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = Recheck);
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();
        services.AddHostedService<FirstAdministratorOffer>();
    }
}
