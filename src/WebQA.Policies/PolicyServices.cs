using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Episodes;

namespace WebQA.Policies;

/// <summary>Registers the policies.</summary>
public static class PolicyServices
{
    /// <summary>Adds <see cref="IPolicyCatalog"/>; an <see cref="Core.Browsing.IEmbedder"/> must be registered too.</summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services) =>
        services.AddSingleton<IPolicyCatalog, PolicyCatalog>();
}
