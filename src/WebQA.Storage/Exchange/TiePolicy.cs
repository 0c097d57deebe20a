using System.Runtime.CompilerServices;
using WebQA.Core.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>What becomes of ties in a form that cannot hold them. They are never made into a preference unsaid.</summary>
public enum TiePolicy
{
    /// <summary>Left out, and counted in the manifest.</summary>
    Drop,

    /// <summary>Each decided pair twice, each tie once each way: the mean pairwise loss is then exactly that of soft labels.</summary>
    Expand,
}

/// <summary>Applies a <see cref="TiePolicy"/>.</summary>
public static class Ties
{
    /// <summary>The comparisons without ties, by the policy.</summary>
    /// <param name="comparisons">With ties.</param>
    /// <param name="policy">What becomes of them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<Comparison> RemoveAsync(
        IAsyncEnumerable<Comparison> comparisons, TiePolicy policy, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var comparison in comparisons.WithCancellation(cancellationToken))
        {
            if (comparison.Preference != Preference.EquallyGood)
            {
                yield return comparison;
                if (policy == TiePolicy.Expand)
                {
                    yield return comparison;
                }
            }
            else if (policy == TiePolicy.Expand)
            {
                yield return comparison with { Preference = Preference.ABetter };
                yield return comparison with { Preference = Preference.BBetter };
            }
        }
    }
}
