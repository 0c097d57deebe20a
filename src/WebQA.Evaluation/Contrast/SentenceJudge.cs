using WebQA.Core.Support;

namespace WebQA.Evaluation.Contrast;

/// <summary>Scores sentences by their support, and knows what sound sentences reach.</summary>
/// <param name="score">The more, the better supported.</param>
/// <param name="sound">Scores of sound sentences of other questions.</param>
internal sealed class SentenceJudge(Func<IReadOnlyList<SupportInput>, CancellationToken, Task<IReadOnlyList<double>>> score, IReadOnlyList<double> sound)
{
    private const double FalseAlarms = 0.1;
    private readonly double _alarm = sound.Order().ElementAt((int)(FalseAlarms * sound.Count));

    /// <summary>Mean over an answer's sentences.</summary>
    public async Task<double> OfAsync(GroundedAnswer answer, CancellationToken cancellationToken) => (await score(answer.Inputs, cancellationToken)).Average();

    /// <summary>Share of sentences that score below what nine in ten sound ones reach.</summary>
    public async Task<double> FlaggedAsync(IReadOnlyList<SupportInput> inputs, CancellationToken cancellationToken) =>
        (await score(inputs, cancellationToken)).Average(s => s < _alarm ? 1.0 : 0);
}
