using WebQA.Core.Episodes;

namespace WebQA.LabelingUi.Episodes;

/// <summary>Which step a watcher looks at: the newest as it comes, or one that was chosen.</summary>
public sealed class BrowsingSelection
{
    private int? _chosen;

    /// <summary>The view goes along with the newest step.</summary>
    public bool IsFollowing => _chosen is null;

    /// <summary>The observation is shown, as the policy read it, rather than the page.</summary>
    public bool ShowsObservation { get; set; }

    /// <summary>The step looked at; null before the first.</summary>
    public EpisodeStep? Of(EpisodeState state) =>
        state.Steps.Count == 0 ? null : state.Steps[Math.Min(_chosen ?? int.MaxValue, state.Steps.Count - 1)];

    public void Choose(int stepNumber) => _chosen = stepNumber - 1;

    public void Follow() => _chosen = null;

    /// <summary>Holds the step that is shown now.</summary>
    public void Hold(EpisodeState state) => _chosen ??= state.Steps.Count == 0 ? null : state.Steps.Count - 1;

    /// <summary>Goes some steps on or back; behind the last step the view follows again.</summary>
    public void Move(EpisodeState state, int by)
    {
        if (state.Steps.Count == 0)
        {
            return;
        }
        var target = (_chosen ?? state.Steps.Count - 1) + by;
        _chosen = target >= state.Steps.Count ? (state.Ended is null ? null : state.Steps.Count - 1) : Math.Max(0, target);
    }
}
