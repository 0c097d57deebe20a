namespace WebQA.TextBrowser.Rendering;

/// <summary>Installs Chromium where there is none: by the system's package manager as root on Debian, by Playwright's installer elsewhere, and by the other of the two if one fails.</summary>
/// <param name="locator">Decides whether an installation is needed, and finds its result.</param>
/// <param name="time">Measures the time limits.</param>
public sealed class ChromiumInstaller(ChromiumLocator locator, TimeProvider? time = null)
{
    private static readonly TimeSpan RefreshLimit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(12);
    private static readonly Dictionary<string, string> NoQuestions = new(StringComparer.Ordinal) { ["DEBIAN_FRONTEND"] = "noninteractive", ["NO_COLOR"] = "1", ["FORCE_COLOR"] = "0" };

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Finds Chromium, or installs it. Takes minutes where it has to be fetched.</summary>
    /// <param name="progress">Receives each line that the installers print, and what is tried in between.</param>
    /// <param name="cancellationToken">Stops the installers.</param>
    /// <returns>The installation, or why there is none and what to do.</returns>
    public async Task<ChromiumInstallOutcome> InstallAsync(IProgress<string> progress, CancellationToken cancellationToken = default)
    {
        if (locator.Find() is { } found)
        {
            return new ChromiumInstallOutcome.Ready(found, WasInstalledNow: false);
        }
        if (locator.ConfiguredPath is { } configured)
        {
            return new ChromiumInstallOutcome.Failed(new ChromiumNotFoundException(configured).Message); // what is installed now would not be used
        }
        var failures = new List<string>();
        foreach (var attempt in Plan())
        {
            progress.Report($"Chromium: {attempt.Name} ...");
            var failure = await attempt.RunAsync(progress, cancellationToken);
            if (failure is null && locator.Find() is { } installed)
            {
                return new ChromiumInstallOutcome.Ready(installed, WasInstalledNow: true);
            }
            failures.Add($"{attempt.Name}: {failure ?? "it ended well, and yet no Chromium is found in the usual places"}");
        }
        var tried = failures.Count == 0
            ? "This user may not install packages, and the app was built without the browser driver that has an installer."
            : string.Join('\n', failures);
        return new ChromiumInstallOutcome.Failed(
            $"Chromium could not be installed.\n{tried}\nInstall Chrome, Chromium or Edge by hand (on Debian: 'apt-get install chromium' as root), or set TextBrowser:ChromiumPath.");
    }

    private sealed record Attempt(string Name, Func<IProgress<string>, CancellationToken, Task<string?>> RunAsync);

    private IEnumerable<Attempt> Plan()
    {
        var byPackages = new Attempt("the system's package manager (apt-get)", AptAsync);
        var byPlaywright = new Attempt("Playwright's installer", PlaywrightAsync);
        var hasApt = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get");
        var hasDriver = PlaywrightDriver.Find() is not null;
        // Ubuntu's package is a stub for a snap, which does not run in containers, so there Playwright goes first.
        var attempts = IsUbuntu() ? new[] { (hasDriver, byPlaywright), (hasApt, byPackages) } : [(hasApt, byPackages), (hasDriver, byPlaywright)];
        return from attempt in attempts where attempt.Item1 select attempt.Item2;
    }

    private static bool IsUbuntu() =>
        File.Exists("/etc/os-release") && File.ReadLines("/etc/os-release").Any(line => line.Trim() is "ID=ubuntu" or "ID=\"ubuntu\"");

    private async Task<string?> AptAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        string[] options = ["-o", "DPkg::Lock::Timeout=180", "-o", "Acquire::Retries=2", "-o", "Acquire::http::Timeout=30"];
        var refresh = await ProcessRunner.RunAsync("apt-get", [.. options, "-q", "update"], RefreshLimit, progress, _time, cancellationToken, NoQuestions);
        // A refresh may fail for one of several sources and still list the package, so the installation is tried in any case.
        var install = await ProcessRunner.RunAsync(
            "apt-get", [.. options, "-q", "-y", "--no-install-recommends", "install", "chromium"], InstallLimit, progress, _time, cancellationToken, NoQuestions);
        return install.IsSuccess ? null
            : refresh.IsSuccess ? Failure(install) : $"{Failure(install)}\n(before that, 'apt-get update' failed: {Failure(refresh)})";
    }

    private async Task<string?> PlaywrightAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var driver = PlaywrightDriver.Find()!;
        string[] arguments = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            ? [driver.CliPath, "install", "--with-deps", "chromium"]
            : [driver.CliPath, "install", "chromium"];
        var result = await ProcessRunner.RunAsync(driver.NodePath, arguments, InstallLimit, progress, _time, cancellationToken, NoQuestions);
        return result.IsSuccess ? null : Failure(result);
    }

    private static string Failure(ProcessRunner.Result result) =>
        result.ExitCode is { } code ? $"exit code {code}; {result.Message}" : result.Message;
}

/// <summary>What came of an installation.</summary>
public abstract record ChromiumInstallOutcome
{
    private ChromiumInstallOutcome()
    {
    }

    /// <summary>There is a Chromium.</summary>
    /// <param name="Installation">Where.</param>
    /// <param name="WasInstalledNow">False where it was there before.</param>
    public sealed record Ready(ChromiumInstallation Installation, bool WasInstalledNow) : ChromiumInstallOutcome;

    /// <summary>There is none.</summary>
    /// <param name="Message">What was tried, how each attempt ended, and what to do.</param>
    public sealed record Failed(string Message) : ChromiumInstallOutcome;
}
