namespace WebQA.TextBrowser.Rendering;

/// <summary>Whether Chromium can be confined on this machine, and in which words that is said.</summary>
/// <remarks>Playwright is no sandbox itself; Chromium's own is the one that holds a hostile page, and it does not work for root.</remarks>
public static class ChromiumSandbox
{
    /// <summary>Why some environments are not rendered here.</summary>
    public const string RootMessage =
        "This process runs as root, for whom Chromium has no sandbox, so only environments that allow it (the bundled mini web) are rendered.";

    /// <summary>What to do about it.</summary>
    public const string RootRemedy = "Run the app as an ordinary user.";

    /// <summary>Whether this process runs as root on a system where that rules the sandbox out.</summary>
    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;
}
