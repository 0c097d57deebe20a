using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Storage.Accounts;

namespace WebQA.Storage.Tests.Accounts;

public sealed class AccountTests
{
    private const string Password = "a long walk home";

    [Fact]
    public async Task An_account_is_found_again_with_its_role_and_only_a_hash_of_its_password_is_kept()
    {
        await using var test = new TestStore();
        await using (var scope = test.Scope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
            Assert.Equal(IdentityResult.Success, await people.CreateAsync(new IdentityUser("ann"), Password));
            Assert.Equal(IdentityResult.Success, await people.AddToRoleAsync((await people.FindByNameAsync("ann"))!, AccountRoles.Admin));
        }

        await using var later = test.Scope();
        var again = later.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var ann = Assert.Single(await again.GetUsersInRoleAsync(AccountRoles.Admin));

        Assert.Equal("ann", ann.UserName);
        Assert.True(await again.CheckPasswordAsync(ann, Password));
        Assert.False(await again.CheckPasswordAsync(ann, Password + "!"));
        Assert.True(await again.GetLockoutEnabledAsync(ann));
        Assert.DoesNotContain(Password, ann.PasswordHash!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_password_is_refused_and_nothing_else_is_asked_of_it()
    {
        await using var test = new TestStore();
        await using var scope = test.Scope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();

        var refused = await people.CreateAsync(new IdentityUser("ann"), "Sh0rt!pass");

        Assert.Equal(["Passwords must be at least 12 characters."], refused.Errors.Select(e => e.Description));
        Assert.Equal(IdentityResult.Success, await people.CreateAsync(new IdentityUser("ann"), "aaaaaaaaaaaab"));
    }

    [Fact]
    public async Task The_store_of_accounts_waits_for_the_disk()
    {
        await using var test = new TestStore();
        await using var scope = test.Scope();
        var db = scope.ServiceProvider.GetRequiredService<Storage.Schema.WebQaDb>();

        Assert.Equal(2L, Synchronous(db));
    }

    /// <summary>2 is FULL: https://sqlite.org/pragma.html#pragma_synchronous.</summary>
    private static object? Synchronous(Storage.Schema.WebQaDb db)
    {
        using var command = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database).CreateCommand();
        command.CommandText = "pragma synchronous";
        return command.ExecuteScalar();
    }
}
