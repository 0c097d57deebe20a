using WebQA.Core.Browsing;

namespace WebQA.Core.Episodes;

/// <summary>Counts the loops of an episode: legal, but a sign that a policy is lost.</summary>
public static class Loops
{
    /// <summary>Identical consecutive steps, repeated queries, and third scrolls in a row that moved nothing.</summary>
    public static int Count(IReadOnlyList<EpisodeStep> steps)
    {
        var queries = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var loops = 0;
        var idleScrolls = 0;
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var isRepeat = i > 0 && steps[i - 1].Event.Command == step.Event.Command && steps[i - 1].Observation.PageSha256 == step.Observation.PageSha256
                && step.Event.Cursor == steps[i - 1].Event.Cursor;
            var isRepeatedQuery = step.Action is BrowserAction.Search search && !queries.Add(search.Query);
            var isIdleScroll = step.Action is BrowserAction.ScrollDown or BrowserAction.ScrollUp && step.Event.Cursor == step.Observation.FirstLine;
            idleScrolls = isIdleScroll ? idleScrolls + 1 : 0;
            if (isRepeat || isRepeatedQuery || idleScrolls == 3)
            {
                loops++;
            }
        }
        return loops;
    }
}
