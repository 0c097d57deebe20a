using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WebQA.Storage.Connections;
using WebQA.Storage.Schema;

namespace WebQA.Storage.Accounts;

/// <summary>Adds accounts to a host that has the store.</summary>
public static class AccountServices
{
    /// <summary>Guesses at a password before the account is locked for <see cref="LockedFor"/>.</summary>
    public const int Guesses = 5;

    /// <summary>Shortest password, in characters. Length is all that is asked of it (NIST SP 800-63B §3.1.1.2).</summary>
    public const int ShortestPassword = 12;

    /// <summary>How long an account stays locked.</summary>
    public static TimeSpan LockedFor { get; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds ASP.NET Core Identity's managers over this database. Each scope has a connection of its own whose commits are on the disk when they return;
    /// it is opened when a manager is first asked for.
    /// </summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddScoped(provider => new WebQaDb(new DbContextOptionsBuilder<WebQaDb>()
            .UseSqlite(provider.GetRequiredService<Database>().Open(Durability.Full), contextOwnsConnection: true)
            .Options));
        services.AddSingleton<AuditLog>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton(provider => new People(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<Database>(), provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<OneTimeLinks>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddIdentityCore<IdentityUser>(Configure).AddRoles<IdentityRole>().AddEntityFrameworkStores<WebQaDb>();
    }

    private static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = Guesses;
        options.Lockout.DefaultLockoutTimeSpan = LockedFor;
        options.Lockout.AllowedForNewUsers = true;
    }
}
