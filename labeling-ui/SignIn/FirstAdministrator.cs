using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using WebQA.LabelingUi.Resources;
using WebQA.Storage.Accounts;

namespace WebQA.LabelingUi.SignIn;

/// <summary>Makes the first administrator of whoever can read the output of the app: by a token that is printed at start and works once. Thread-safe.</summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, AuditLog audit) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether there is no administrator yet, and the token makes one.</summary>
    public bool IsOffered { get; private set; }

    /// <summary>The token, 128 random bits; only for the terminal, never for a log.</summary>
    public string Token { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Offers the token if there is no administrator.</summary>
    public async Task OfferAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        IsOffered = !await IsThereOneAsync(People(scope));
    }

    /// <summary>Makes the administrator.</summary>
    /// <returns>Why not, for the person; null where it is made.</returns>
    public async Task<string?> MakeAsync(string? token, string? name, string? password)
    {
        await _one.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var people = People(scope);
            if (!IsOffered || await IsThereOneAsync(people))
            {
                IsOffered = false;
                return Strings.AdministratorThere;
            }
            return IsRight(token) ? await MakeAsync(people, name, password) : Strings.TokenWrong;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string?> MakeAsync(UserManager<IdentityUser> people, string? name, string? password)
    {
        var administrator = await people.FindByNameAsync(name ?? string.Empty);
        if (administrator is null)
        {
            administrator = new IdentityUser(name ?? string.Empty);
            if (await people.CreateAsync(administrator, password ?? string.Empty) is { Succeeded: false } refused)
            {
                return string.Join(' ', refused.Errors.Select(e => e.Description));
            }
        }
        if (await people.AddToRoleAsync(administrator, AccountRoles.Admin) is { Succeeded: false } failed)
        {
            return string.Join(' ', failed.Errors.Select(e => e.Description));
        }
        audit.Append(administrator.UserName, $"account/{administrator.UserName}", "made the first administrator");
        IsOffered = false;
        return null;
    }

    private bool IsRight(string? token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token?.Trim() ?? string.Empty), Encoding.UTF8.GetBytes(Token));

    private static async Task<bool> IsThereOneAsync(UserManager<IdentityUser> people) => (await people.GetUsersInRoleAsync(AccountRoles.Admin)).Count > 0;

    private static UserManager<IdentityUser> People(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
}
