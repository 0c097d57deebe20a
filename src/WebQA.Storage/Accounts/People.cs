using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Storage.Connections;
using WebQA.Storage.Engines;
using WebQA.Storage.Personal;

namespace WebQA.Storage.Accounts;

/// <summary>The accounts of an installation, for whoever looks after them. Each change is in the audit log. Thread-safe.</summary>
/// <remarks>Methods that name a person throw <see cref="SettingRefusedException"/> where there is none of that name, or the change cannot be made; nothing is changed then.</remarks>
public sealed class People
{
    private readonly IServiceScopeFactory _scopes;
    private readonly Database _database;
    private readonly AuditLog _audit;
    private readonly OneTimeLinks _links;
    private readonly TimeProvider _clock;

    internal People(IServiceScopeFactory scopes, Database database, AuditLog audit, OneTimeLinks links, TimeProvider clock) =>
        (_scopes, _database, _audit, _links, _clock) = (scopes, database, audit, links, clock);

    /// <summary>How long an invitation works.</summary>
    public static TimeSpan InvitationLife { get; } = TimeSpan.FromDays(7);

    /// <summary>How long a link for a new password works.</summary>
    public static TimeSpan ResetLife { get; } = TimeSpan.FromDays(1);

    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken = default) => InScopeAsync<IReadOnlyList<Person>>(async people =>
    {
        var (now, pools) = (_clock.GetUtcNow(), Pools());
        var list = new List<Person>();
        foreach (var account in await people.Users.OrderBy(static u => u.NormalizedUserName).ToListAsync(cancellationToken))
        {
            var roles = await people.GetRolesAsync(account);
            var state = IsDisabled(account, now) ? PersonState.Disabled : account.PasswordHash is null ? PersonState.Invited : PersonState.Active;
            list.Add(new Person(account.Id, account.UserName!, [.. AccountRoles.All.Where(roles.Contains)], state, [.. pools[account.Id]]));
        }
        return list;
    });

    /// <summary>Makes an account without a password, and the token of the link that sets one.</summary>
    public Task<string> InviteAsync(string name, IReadOnlyCollection<string> roles, string? by) => InScopeAsync(async people =>
    {
        var account = new IdentityUser(name.Trim());
        Demand(roles.All(AccountRoles.All.Contains), $"There is no such role. There is: {string.Join(", ", AccountRoles.All)}.");
        Demand(await people.CreateAsync(account));
        Demand(await people.AddToRolesAsync(account, roles));
        return _links.Create(account.Id, by, Subject(account), $"invited as {Words(roles)}", InvitationLife);
    });

    /// <summary>The token of a link that sets a new password. The old one works until then.</summary>
    public Task<string> ResetAsync(string name, string? by) => InScopeAsync(async people =>
    {
        var account = await FindAsync(people, name);
        Demand(!IsDisabled(account, _clock.GetUtcNow()), $"The account {account.UserName} is disabled. Enable it first.");
        return _links.Create(account.Id, by, Subject(account), "link for a new password made", account.PasswordHash is null ? InvitationLife : ResetLife);
    });

    /// <summary>Sets a password by a link's token, which then no longer works.</summary>
    /// <returns>The person's name.</returns>
    public Task<string> SetPasswordAsync(string token, string password) => InScopeAsync(async people =>
    {
        var account = _links.Find(token) is { } id ? await people.FindByIdAsync(id) : null;
        if (account is null || IsDisabled(account, _clock.GetUtcNow()))
        {
            throw new SettingRefusedException("This link does not work: it was used, has ended, or was replaced by a newer one. Ask an administrator for another.");
        }
        foreach (var validator in people.PasswordValidators)
        {
            Demand(await validator.ValidateAsync(people, account, password));
        }
        Demand(_links.Use(token), "This link was used just now. Sign in with the password that was set.");
        if (account.PasswordHash is not null)
        {
            Demand(await people.RemovePasswordAsync(account));
        }
        Demand(await people.AddPasswordAsync(account, password));
        Demand(await people.SetLockoutEndDateAsync(account, null));
        Demand(await people.ResetAccessFailedCountAsync(account));
        _audit.Append(account.UserName, Subject(account), "password set by a link");
        return account.UserName!;
    });

    /// <summary>Changes one's own password; other sessions end within a minute.</summary>
    public Task<string> ChangePasswordAsync(string id, string current, string password) => InScopeAsync(async people =>
    {
        var account = await people.FindByIdAsync(id) ?? throw new SettingRefusedException("This account was deleted.");
        if (await people.IsLockedOutAsync(account) || !await people.CheckPasswordAsync(account, current))
        {
            // Guessing here is guessing as at the sign-in.
            await people.AccessFailedAsync(account);
            throw new SettingRefusedException("The current password is not right, or the account is locked after too many guesses.");
        }
        Demand(await people.ChangePasswordAsync(account, current, password));
        _audit.Append(account.UserName, Subject(account), "password changed");
        return account.UserName!;
    });

    /// <summary>Sets what a person may do. The last administrator stays one.</summary>
    public Task SetRolesAsync(string name, IReadOnlyCollection<string> roles, string? by) => InScopeAsync(async people =>
    {
        var account = await FindAsync(people, name);
        Demand(roles.All(AccountRoles.All.Contains), $"There is no such role. There is: {string.Join(", ", AccountRoles.All)}.");
        var before = await people.GetRolesAsync(account);
        if (before.Contains(AccountRoles.Admin) && !roles.Contains(AccountRoles.Admin))
        {
            await DemandAnotherAdministratorAsync(people, account);
        }
        if (before.ToHashSet(StringComparer.Ordinal).SetEquals(roles))
        {
            return account.UserName!;
        }
        Demand(await people.RemoveFromRolesAsync(account, before.Except(roles, StringComparer.Ordinal)));
        Demand(await people.AddToRolesAsync(account, roles.Except(before, StringComparer.Ordinal)));
        // Open sessions carry the roles of their start; a new stamp ends them.
        Demand(await people.UpdateSecurityStampAsync(account));
        _audit.Append(by, Subject(account), $"roles set to {Words(roles)}");
        return account.UserName!;
    });

    /// <summary>Shuts an account: sessions end within a minute, tokens and links at once. Everything the person made stays.</summary>
    public Task DisableAsync(string name, string? by) => InScopeAsync(async people =>
    {
        var account = await FindAsync(people, name);
        await DemandAnotherAdministratorAsync(people, account);
        Demand(await people.SetLockoutEnabledAsync(account, true));
        Demand(await people.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue));
        Demand(await people.UpdateSecurityStampAsync(account));
        _links.Drop(account.Id);
        _audit.Append(by, Subject(account), "disabled");
        return account.UserName!;
    });

    /// <summary>Opens a shut account again.</summary>
    public Task EnableAsync(string name, string? by) => InScopeAsync(async people =>
    {
        var account = await FindAsync(people, name);
        Demand(await people.SetLockoutEndDateAsync(account, null));
        _audit.Append(by, Subject(account), "enabled");
        return account.UserName!;
    });

    /// <summary>Says in which pools a person is; in no others.</summary>
    public Task SetPoolsAsync(string name, IReadOnlyCollection<string> pools, string? by) => InScopeAsync(async people =>
    {
        var account = await FindAsync(people, name);
        Demand(pools.All(static p => p.Length is > 0 and <= 80 && !p.Any(char.IsControl)), "The name of a pool has 1 to 80 characters.");
        PersonalWrite.Run(_database, statements =>
        {
            statements.Execute("delete from feedback_pool where person_id = @person", ("@person", account.Id));
            foreach (var pool in pools.Distinct(StringComparer.Ordinal))
            {
                statements.Execute("insert into feedback_pool (pool, person_id) values (@pool, @person)", ("@pool", pool), ("@person", account.Id));
            }
            AuditLog.Append(statements, _clock.GetUtcNow(), by, Subject(account), $"pools set to {Words(pools)}");
            return pools.Count;
        });
        return account.UserName!;
    });

    /// <summary>The account of a token's owner with the roles of this moment; null where it is gone or shut.</summary>
    public Task<Person?> FindActiveAsync(string id) => InScopeAsync(async people =>
    {
        if (await people.FindByIdAsync(id) is not { } account || IsDisabled(account, _clock.GetUtcNow()))
        {
            return null;
        }
        var roles = await people.GetRolesAsync(account);
        return new Person(account.Id, account.UserName!, [.. roles], PersonState.Active, []);
    });

    private async Task DemandAnotherAdministratorAsync(UserManager<IdentityUser> people, IdentityUser account)
    {
        var others = (await people.GetUsersInRoleAsync(AccountRoles.Admin)).Where(a => a.Id != account.Id && a.PasswordHash is not null && !IsDisabled(a, _clock.GetUtcNow()));
        Demand(
            others.Any() || !await people.IsInRoleAsync(account, AccountRoles.Admin),
            $"{account.UserName} is the only administrator. Make somebody else one first, so that nobody is locked out.");
    }

    private ILookup<string, string> Pools() => _database.Guarded(() =>
    {
        using var statements = new Statements(_database.Open(Durability.Normal));
        return statements.Query("select person_id, pool from feedback_pool order by pool", static row => (Person: row.GetString(0), Pool: row.GetString(1)))
            .ToLookup(static p => p.Person, static p => p.Pool, StringComparer.Ordinal);
    });

    private async Task<T> InScopeAsync<T>(Func<UserManager<IdentityUser>, Task<T>> work)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>());
    }

    private static async Task<IdentityUser> FindAsync(UserManager<IdentityUser> people, string name) =>
        await people.FindByNameAsync(name) ?? throw new SettingRefusedException($"There is no account '{name}'. 'webqa people list' names them all.");

    /// <summary>Guessing locks for minutes; only an administrator shuts for good.</summary>
    private static bool IsDisabled(IdentityUser account, DateTimeOffset now) => account.LockoutEnd > now.AddYears(100);

    private static string Subject(IdentityUser account) => $"account/{account.UserName}";

    private static string Words(IReadOnlyCollection<string> words) => words.Count == 0 ? "none" : string.Join(", ", words);

    private static void Demand(IdentityResult result) => Demand(result.Succeeded, string.Join(' ', result.Errors.Select(static e => e.Description)));

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw new SettingRefusedException(message);
        }
    }
}

/// <summary>An account as it is listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="Pools">The pools the person is in.</param>
public sealed record Person(string Id, string Name, IReadOnlyList<string> Roles, PersonState State, IReadOnlyList<string> Pools);

/// <summary>Whether an account can be used.</summary>
public enum PersonState
{
    /// <summary>It has a password.</summary>
    Active,

    /// <summary>It waits for its first password.</summary>
    Invited,

    /// <summary>An administrator shut it.</summary>
    Disabled,
}
