namespace WebQA.TextBrowser.Rendering;

/// <summary>Where browsers of the Chromium family are installed on a machine.</summary>
/// <param name="PathFolders">The folders of <c>PATH</c>, searched for the names of <see cref="ChromiumLocator.CommandNames"/>.</param>
/// <param name="UsualPlaces">Executables outside <c>PATH</c>, in order of preference.</param>
/// <param name="PlaywrightCaches">Folders into which Playwright's installer puts its browsers.</param>
public sealed record ChromiumSearchPlaces(
    IReadOnlyList<string> PathFolders, IReadOnlyList<string> UsualPlaces, IReadOnlyList<string> PlaywrightCaches)
{
    /// <summary>The places of the machine and the user that run this process.</summary>
    public static ChromiumSearchPlaces OfThisMachine()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return new ChromiumSearchPlaces(path, UsualPlacesOf(home), [.. CachesOf(home)]);
    }

    private static readonly string[] WindowsPrograms =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    private static readonly string[] MacPrograms = ["Google Chrome", "Chromium", "Microsoft Edge"];

    private static readonly string[] LinuxPlaces =
    [
        "/usr/bin/chromium", "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium",
        "/usr/bin/chromium-headless-shell",
    ];

    private static string[] UsualPlacesOf(string home)
    {
        if (OperatingSystem.IsWindows())
        {
            var roots = new[]
            {
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles),
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86),
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            };
            return [.. from program in WindowsPrograms from root in roots where root.Length > 0 select Path.Combine(root, program)];
        }
        return OperatingSystem.IsMacOS()
            ? [.. from program in MacPrograms
                  from root in new[] { "/Applications", Path.Combine(home, "Applications") }
                  select $"{root}/{program}.app/Contents/MacOS/{program}"]
            : LinuxPlaces;
    }

    private static IEnumerable<string> CachesOf(string home)
    {
        if (Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") is { Length: > 0 } configured && configured != "0")
        {
            yield return configured;
        }
        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ms-playwright");
        }
        else if (OperatingSystem.IsMacOS())
        {
            yield return Path.Combine(home, "Library", "Caches", "ms-playwright");
        }
        else
        {
            var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            yield return Path.Combine(string.IsNullOrEmpty(cache) ? Path.Combine(home, ".cache") : cache, "ms-playwright");
        }
    }
}
