namespace WebQA.LabelingUi.SignIn;

/// <summary>Addresses of the pages around signing in.</summary>
internal static class SignInRoutes
{
    public const string SignIn = "/sign-in";
    public const string FirstAdministrator = "/first-administrator";
    public const string SetPassword = "/set-password";
    public const string NoAccess = "/no-access";
    public const string Account = "/account";

    /// <summary>Where to go after signing in: a page of this app, never one of another site.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] and not ['/', '/' or '\\', ..] && !returnUrl.Any(char.IsControl) ? returnUrl : "/";
}
