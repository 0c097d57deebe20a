namespace WebQA.TextBrowser.Rendering;

/// <summary>Finds a browser of the Chromium family: the one of the setting, else an installed one, else Playwright's own. Looks at files only and starts nothing.</summary>
/// <param name="configuredPath">The setting <c>TextBrowser:ChromiumPath</c>; null or empty to look for one.</param>
/// <param name="places">Where to look.</param>
public sealed class ChromiumLocator(string? configuredPath, ChromiumSearchPlaces places)
{
    /// <summary>Looks on this machine.</summary>
    /// <param name="configuredPath">The setting <c>TextBrowser:ChromiumPath</c>; null or empty to look for one.</param>
    public ChromiumLocator(string? configuredPath = null)
        : this(configuredPath, ChromiumSearchPlaces.OfThisMachine())
    {
    }

    /// <summary>Command names, in order of preference.</summary>
    public static IReadOnlyList<string> CommandNames { get; } =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
        "chromium-headless-shell",
    ];

    /// <summary>The path of the setting; null where the setting is empty.</summary>
    public string? ConfiguredPath { get; } = string.IsNullOrWhiteSpace(configuredPath) ? null : configuredPath;

    private static readonly string[] PlaywrightExecutables =
        ["chrome", "chrome.exe", "Chromium", "Google Chrome for Testing", "headless_shell", "headless_shell.exe", "chrome-headless-shell", "chrome-headless-shell.exe"];

    /// <summary>The installation, or null where there is none.</summary>
    public ChromiumInstallation? Find()
    {
        if (ConfiguredPath is { } path)
        {
            return File.Exists(path) ? new ChromiumInstallation(path, "setting") : null;
        }
        return FindOnPath() ?? FindInUsualPlaces() ?? FindInPlaywrightCaches();
    }

    /// <summary>The installation.</summary>
    /// <exception cref="ChromiumNotFoundException">There is none; the message says what to do.</exception>
    public ChromiumInstallation FindOrThrow() =>
        Find() ?? throw (ConfiguredPath is { } path ? new ChromiumNotFoundException(path) : new ChromiumNotFoundException());

    private ChromiumInstallation? FindOnPath()
    {
        var suffixes = OperatingSystem.IsWindows() ? new[] { ".exe" } : [string.Empty];
        var found = from name in CommandNames
                    from folder in places.PathFolders
                    from suffix in suffixes
                    let path = Path.Combine(folder, name + suffix)
                    where File.Exists(path)
                    select new ChromiumInstallation(path, "path");
        return found.FirstOrDefault();
    }

    private ChromiumInstallation? FindInUsualPlaces() =>
        places.UsualPlaces.Where(File.Exists).Select(path => new ChromiumInstallation(path, "usual place")).FirstOrDefault();

    // A cache holds chromium-<revision>/chrome-<system>/<executable>; the newest revision is taken, the full browser before its headless shell.
    private ChromiumInstallation? FindInPlaywrightCaches()
    {
        var found = from cache in places.PlaywrightCaches
                    where Directory.Exists(cache)
                    from folder in Directory.EnumerateDirectories(cache, "chromium*")
                    let name = Path.GetFileName(folder)
                    let isShell = name.Contains("headless", StringComparison.Ordinal)
                    let revision = int.TryParse(name.AsSpan(name.LastIndexOf('-') + 1), out var number) ? number : 0
                    orderby isShell, revision descending
                    from path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4 })
                    where PlaywrightExecutables.Contains(Path.GetFileName(path), StringComparer.Ordinal)
                    select new ChromiumInstallation(path, "playwright");
        return found.FirstOrDefault();
    }
}
