using WebQA.Core.Browsing;

namespace WebQA.Core.Demonstrations;

/// <summary>Makes of single scrolls in a row those of two or three windows, which people at the screen do not have.</summary>
/// <remarks>WebGPT, appendix C.1.</remarks>
public static class ScrollMerge
{
    private const int MostWindows = 3;

    /// <summary>The commands, consecutive scrolls in one direction merged, the larger first: five become three and two.</summary>
    public static IReadOnlyList<string> Merge(IReadOnlyList<string> commands)
    {
        var merged = new List<string>(commands.Count);
        for (var i = 0; i < commands.Count;)
        {
            var (isDown, windows, next) = (DirectionOf(commands[i]) > 0, 0, i);
            while (next < commands.Count && DirectionOf(commands[next]) is var direction and not 0 && direction > 0 == isDown)
            {
                windows += Math.Abs(direction);
                next++;
            }
            if (windows == 0)
            {
                merged.Add(commands[i++]);
                continue;
            }
            for (; windows > 0; windows -= MostWindows)
            {
                var count = Math.Min(windows, MostWindows);
                merged.Add(CommandGrammar.Write(isDown ? new BrowserAction.ScrollDown(count) : new BrowserAction.ScrollUp(count)));
            }
            i = next;
        }
        return merged;
    }

    /// <summary>Windows that a command scrolls: down above zero, up below.</summary>
    private static int DirectionOf(string command) => CommandGrammar.TryParse(command, out var action)
        ? action switch { BrowserAction.ScrollDown down => down.Windows, BrowserAction.ScrollUp up => -up.Windows, _ => 0 }
        : 0;
}
