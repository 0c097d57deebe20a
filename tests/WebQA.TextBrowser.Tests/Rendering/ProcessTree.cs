using System.Diagnostics;
using System.Globalization;

namespace WebQA.TextBrowser.Tests.Rendering;

/// <summary>The processes below another one, as Linux lists them.</summary>
internal static class ProcessTree
{
    public sealed record Entry(int Id, int Parent, char State, string CommandLine);

    public static IReadOnlyList<Entry> DescendantsOf(int ancestor)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Read).OfType<Entry>().ToList();
        var found = new List<Entry>();
        var ids = new HashSet<int> { ancestor };
        for (var before = -1; before != found.Count;)
        {
            before = found.Count;
            foreach (var entry in all.Where(entry => ids.Contains(entry.Parent) && ids.Add(entry.Id)))
            {
                found.Add(entry);
            }
        }
        return found;
    }

    public static bool IsAlive(int id) => Read($"/proc/{id}") is { State: not ('Z' or 'X') };

    /// <summary>Ends one process at once, as <c>kill -9</c> does, and waits for that.</summary>
    public static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        process.WaitForExit();
    }

    private static Entry? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), out var id))
        {
            return null;
        }
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new Entry(id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[0][0], File.ReadAllText(Path.Combine(folder, "cmdline")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // it has just ended
        }
    }
}
