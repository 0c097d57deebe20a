using WebQA.TextBrowser.Doctor;
using WebQA.TextBrowser.Rendering;

namespace WebQA.TextBrowser.Tests.Rendering;

public sealed class ChromiumLocatorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-locator-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_setting_wins_over_everything_that_is_installed()
    {
        var set = File("own/chrome");
        File("bin/chromium");

        Assert.Equal(new ChromiumInstallation(set, "setting"), new ChromiumLocator(set, Places()).Find());
    }

    [Fact]
    public void A_setting_that_names_no_file_is_an_error_and_nothing_else_is_taken()
    {
        File("bin/chromium");
        var locator = new ChromiumLocator("/no/such/chromium", Places());

        Assert.Null(locator.Find());
        var error = Assert.Throws<ChromiumNotFoundException>(locator.FindOrThrow);
        Assert.Equal(
            "There is no Chromium at '/no/such/chromium'. Set TextBrowser:ChromiumPath to one that is installed, or leave it empty to have it looked for.",
            error.Message);
    }

    [Fact]
    public async Task A_setting_that_names_no_file_is_not_mended_by_an_installation()
    {
        var lines = new List<string>();
        var outcome = await new ChromiumInstaller(new ChromiumLocator("/no/such/chromium", Places())).InstallAsync(new ListProgress(lines));

        Assert.Equal(new ChromiumInstallOutcome.Failed(new ChromiumNotFoundException("/no/such/chromium").Message), outcome);
        Assert.Empty(lines);
    }

    [Fact]
    public async Task What_is_there_already_is_not_installed_again()
    {
        var path = File("opt/chrome");
        var lines = new List<string>();
        var outcome = await new ChromiumInstaller(new ChromiumLocator(null, Places(path))).InstallAsync(new ListProgress(lines));

        Assert.Equal(new ChromiumInstallOutcome.Ready(new ChromiumInstallation(path, "usual place"), WasInstalledNow: false), outcome);
        Assert.Empty(lines);
    }

    [Fact]
    public void On_the_path_Chromium_comes_before_Edge_and_the_headless_shell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Command names have another form on Windows.");
        File("bin/chromium-headless-shell");
        var edge = File("bin/microsoft-edge");
        Assert.Equal(edge, new ChromiumLocator(null, Places()).Find()?.Path);

        var chromium = File("bin/chromium");
        Assert.Equal(new ChromiumInstallation(chromium, "path"), new ChromiumLocator(null, Places()).Find());
    }

    [Fact]
    public void Usual_places_come_after_the_path_and_before_Playwrights_cache()
    {
        File("cache/chromium-1200/chrome-linux/chrome");
        var usual = File("opt/chrome");

        Assert.Equal(new ChromiumInstallation(usual, "usual place"), new ChromiumLocator(null, Places(usual)).Find());
    }

    [Fact]
    public void Of_Playwrights_own_the_newest_full_browser_is_taken()
    {
        File("cache/chromium-999/chrome-linux/chrome");
        File("cache/chromium_headless_shell-1300/chrome-linux/headless_shell");
        var newest = File("cache/chromium-1200/chrome-linux/chrome");

        Assert.Equal(new ChromiumInstallation(newest, "playwright"), new ChromiumLocator(null, Places()).Find());
    }

    [Fact]
    public void Where_nothing_is_installed_the_message_says_what_to_do()
    {
        var error = Assert.Throws<ChromiumNotFoundException>(new ChromiumLocator(null, Places()).FindOrThrow);
        Assert.Equal(
            "There is no Chromium on this machine. Run 'webqa doctor --fix' to install it, or set TextBrowser:ChromiumPath to a Chrome, Chromium or Edge that is installed.",
            error.Message);
    }

    [Fact]
    public void The_doctor_names_what_is_missing_and_warns_of_root()
    {
        var driver = new PlaywrightDriver("node", "cli.js");
        var missing = ChromiumDoctor.Examine(new ChromiumLocator(null, Places()), driver, isUnsandboxed: false);
        Assert.Equal(DoctorStatus.Missing, missing.Status);
        Assert.Equal(ChromiumNotFoundException.Remedy, missing.Remedy);

        var path = File("opt/chrome");
        var locator = new ChromiumLocator(path, Places());
        Assert.Equal(PlaywrightDriver.Remedy, ChromiumDoctor.Examine(locator, driver: null, isUnsandboxed: false).Remedy);
        Assert.Equal(new DoctorFinding("Chromium", DoctorStatus.Ok, path), ChromiumDoctor.Examine(locator, driver, isUnsandboxed: false));
        Assert.Equal(DoctorStatus.Warning, ChromiumDoctor.Examine(locator, driver, isUnsandboxed: true).Status);
    }

    private sealed class ListProgress(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }

    private ChromiumSearchPlaces Places(params string[] usual) => new([Path.Combine(_folder.FullName, "bin")], usual, [Path.Combine(_folder.FullName, "cache")]);

    private string File(string relative)
    {
        var path = Path.Combine(_folder.FullName, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, string.Empty);
        return path;
    }
}
