using System.Collections.Concurrent;
using WebQA.Core.Feedback;
using WebQA.Core.Rewards;
using WebQA.Feedback.Review;

namespace WebQA.LabelingUi.Review;

/// <summary>The labels of each project that the shipped reward model finds least likely, scored once for what there is. Thread-safe.</summary>
internal sealed class LabelErrorQueue(IFeedbackStore store, IRewardModel model)
{
    /// <summary>Labels that are listed.</summary>
    public const int Most = 50;

    private readonly ConcurrentDictionary<string, (int Comparisons, Lazy<Task<IReadOnlyList<SuspectLabel>>> Suspects)> _known = new(StringComparer.Ordinal);

    /// <summary>The model that scores.</summary>
    public string Model => model.Name;

    /// <summary>The least likely labels of a project.</summary>
    public async Task<IReadOnlyList<SuspectLabel>> OfAsync(ProjectProgress progress, CancellationToken cancellationToken = default)
    {
        var name = progress.Project.Name;
        var entry = _known.AddOrUpdate(name, _ => Scoring(progress), (_, old) => old.Comparisons == progress.Comparisons ? old : Scoring(progress));
        try
        {
            return await entry.Suspects.Value.WaitAsync(cancellationToken);
        }
        catch when (entry.Suspects.Value.IsFaulted)
        {
            _known.TryRemove(name, out _);
            throw;
        }
    }

    private (int Comparisons, Lazy<Task<IReadOnlyList<SuspectLabel>>> Suspects) Scoring(ProjectProgress progress) =>
        (progress.Comparisons, new(() => Task.Run(() => LabelErrors.FindAsync(model, store.ReadAsync(progress.Project.Name), Most))));
}
