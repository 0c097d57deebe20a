using WebQA.TextBrowser.Doctor;

namespace WebQA.TextBrowser.Rendering;

/// <summary>What <c>webqa doctor</c> says about the browser. Starts nothing.</summary>
public static class ChromiumDoctor
{
    /// <summary>Whether pages that build their text by scripts can be read on this machine.</summary>
    /// <param name="locator">Finds the browser.</param>
    /// <param name="driver">The driver beside the app, or null.</param>
    /// <param name="isUnsandboxed">Whether the browser would run as root, where it has no sandbox; null for this process.</param>
    public static DoctorFinding Examine(ChromiumLocator locator, PlaywrightDriver? driver, bool? isUnsandboxed = null)
    {
        const string Name = "Chromium";
        if (locator.Find() is not { } installation)
        {
            return new DoctorFinding(Name, DoctorStatus.Missing, "Not found; pages that build their text by scripts cannot be read, all others can.", ChromiumNotFoundException.Remedy);
        }
        if (driver is null)
        {
            return new DoctorFinding(Name, DoctorStatus.Missing, $"{installation.Path} is there, but the Playwright driver that steers it is not beside the app.", PlaywrightDriver.Remedy);
        }
        return isUnsandboxed ?? ChromiumSandbox.IsRoot
            ? new DoctorFinding(Name, DoctorStatus.Warning, $"{installation.Path}. {ChromiumSandbox.RootMessage}", ChromiumSandbox.RootRemedy)
            : new DoctorFinding(Name, DoctorStatus.Ok, installation.Path);
    }
}
