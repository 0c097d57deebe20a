namespace WebQA.TextBrowser.Environments;

/// <summary>Which environments ask which search engines. Thread-safe.</summary>
public static class EnvironmentEngines
{
    /// <summary>Names of the environments that list an engine, in the order of their folders; broken folders are passed over.</summary>
    /// <param name="options">Where environments lie.</param>
    /// <param name="engine">The engine's name, for example <c>brave</c>.</param>
    public static IReadOnlyList<string> Using(TextBrowserOptions options, string engine) =>
        [.. All(options).Where(d => d.Engines.Any(e => e.Engine == engine)).Select(d => d.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<EnvironmentDefinition> All(TextBrowserOptions options)
    {
        foreach (var folder in options.EnvironmentFolders.Where(Directory.Exists).SelectMany(static f => Directory.EnumerateDirectories(f).Order(StringComparer.Ordinal)))
        {
            if (File.Exists(Path.Combine(folder, EnvironmentDefinitionReader.FileName)) && TryRead(folder) is { } definition)
            {
                yield return definition;
            }
        }
    }

    private static EnvironmentDefinition? TryRead(string folder)
    {
        try
        {
            return EnvironmentDefinitionReader.Read(folder);
        }
        catch (EnvironmentFolderException)
        {
            return null;
        }
    }
}
