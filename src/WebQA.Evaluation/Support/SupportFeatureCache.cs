using WebQA.Core.Support;
using WebQA.Models.Support;

namespace WebQA.Evaluation.Support;

/// <summary>Features of sentences, computed once.</summary>
/// <param name="features">Computes them.</param>
internal sealed class SupportFeatureCache(SentenceFeatures features)
{
    private const int Part = 400;
    private readonly Dictionary<string, IReadOnlyList<float>> _known = new(StringComparer.Ordinal);

    /// <summary>Features an input, in order.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<float>>> OfAsync(IReadOnlyList<SupportInput> inputs, CancellationToken cancellationToken)
    {
        foreach (var part in inputs.DistinctBy(KeyOf).Where(i => !_known.ContainsKey(KeyOf(i))).Chunk(Part))
        {
            foreach (var (input, row) in part.Zip(await features.OfAsync(part, cancellationToken)))
            {
                _known[KeyOf(input)] = row;
            }
        }
        return [.. inputs.Select(i => _known[KeyOf(i)])];
    }

    private static string KeyOf(SupportInput input) => string.Join('\u001f', input.Quotes.Prepend(input.Sentence));
}
