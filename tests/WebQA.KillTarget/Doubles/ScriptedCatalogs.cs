using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.KillTarget.Doubles;

internal sealed class ScriptedEnvironments(IPageArchive archive, TimeProvider clock) : IEnvironmentCatalog
{
    private readonly ScriptedWeb _web = new(archive, clock);

    public IReadOnlyList<EnvironmentInfo> Environments { get; } = [ScriptedWeb.Identity];

    public IEnvironment Get(string name) =>
        name == ScriptedWeb.Identity.Name ? _web : throw new UnknownNameException("environment", name, [ScriptedWeb.Identity.Name]);
}

internal sealed class ScriptedPolicies(TimeSpan pause, TimeProvider clock) : IPolicyCatalog
{
    public IReadOnlyList<PolicyInfo> Policies { get; } = [ScriptedPolicy.Identity];

    public IPolicy Create(string name, long seed, double temperature) =>
        name == ScriptedPolicy.Identity.Name ? new ScriptedPolicy(seed, pause, clock) : throw new UnknownNameException("policy", name, [ScriptedPolicy.Identity.Name]);
}
