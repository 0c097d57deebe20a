using System.Runtime.InteropServices;

namespace WebQA.TextBrowser.Rendering;

/// <summary>The Node program by which Playwright drives browsers. It is copied beside an app that sets <c>UsesBrowser</c>.</summary>
/// <param name="NodePath">The Node executable.</param>
/// <param name="CliPath">Playwright's command line, a script for it.</param>
public sealed record PlaywrightDriver(string NodePath, string CliPath)
{
    /// <summary>What a person can do where the driver is absent.</summary>
    public const string Remedy = "Build this project with <UsesBrowser>true</UsesBrowser>, so that the .playwright folder is copied beside the app.";

    /// <summary>Finds the driver; null where there is none.</summary>
    /// <param name="baseFolder">The folder that holds <c>.playwright</c>; null for the one of <c>PLAYWRIGHT_DRIVER_SEARCH_PATH</c>, else the app's.</param>
    public static PlaywrightDriver? Find(string? baseFolder = null)
    {
        var folder = baseFolder ?? Environment.GetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH");
        var root = Path.Combine(string.IsNullOrEmpty(folder) ? AppContext.BaseDirectory : folder, ".playwright");
        var cli = Path.Combine(root, "package", "cli.js");
        var node = Environment.GetEnvironmentVariable("PLAYWRIGHT_NODEJS_PATH") is { Length: > 0 } nodePath
            ? nodePath
            : Path.Combine(root, "node", Platform, OperatingSystem.IsWindows() ? "node.exe" : "node");
        return File.Exists(cli) && File.Exists(node) ? new PlaywrightDriver(node, cli) : null;
    }

    private static string Platform
    {
        get
        {
            var arm = RuntimeInformation.OSArchitecture == Architecture.Arm64;
            return OperatingSystem.IsWindows() ? "win32_x64"
                : OperatingSystem.IsMacOS() ? arm ? "darwin-arm64" : "darwin-x64"
                : arm ? "linux-arm64" : "linux-x64";
        }
    }
}
