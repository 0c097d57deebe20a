using WebQA.Core.Browsing;
using WebQA.Core.Episodes;
using WebQA.Policies.Ranking;

namespace WebQA.Policies;

/// <summary>The policies that ship: <c>ranking</c>, which needs no language model.</summary>
/// <param name="embedder">Turns text into vectors; shared by all episodes.</param>
public sealed class PolicyCatalog(IEmbedder embedder) : IPolicyCatalog
{
    /// <inheritdoc/>
    public IReadOnlyList<PolicyInfo> Policies { get; } =
        [new PolicyInfo(RankingPolicy.Name, RankingModel.Shipped.HashWith(embedder.Name))];

    /// <inheritdoc/>
    public IPolicy Create(string name, long seed, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(temperature);
        return name == RankingPolicy.Name
            ? new RankingPolicy(RankingModel.Shipped, embedder, seed, temperature)
            : throw new UnknownNameException("policy", name, Policies.Select(p => p.Name));
    }
}
