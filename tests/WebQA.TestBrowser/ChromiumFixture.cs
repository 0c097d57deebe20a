using Microsoft.Playwright;
using WebQA.TextBrowser.Rendering;
using Xunit;

namespace WebQA.TestBrowser;

/// <summary>One Chromium for all tests of an assembly: found, else installed (once a machine), else the tests that need it skip and say what to do.</summary>
/// <remarks>Use as <c>[assembly: AssemblyFixture(typeof(ChromiumFixture))]</c> or as a class fixture; nothing starts before a test asks for it.</remarks>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Arguments for a browser that reads only pages of the tests: root in a container has no sandbox and little shared memory.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage",
    ];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private ChromiumInstallOutcome? _installation;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Where Chromium is; skips the test, with the remedy, where there is none.</summary>
    public async Task<ChromiumInstallation> InstallationAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return await FindOrInstallAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A running browser, shared by the tests; each makes its own context. Skips the test, with the remedy, where there is none.</summary>
    public async Task<IBrowser> BrowserAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_browser is not { IsConnected: true })
            {
                var installation = await FindOrInstallAsync();
                _playwright ??= await Playwright.CreateAsync();
                _browser = await _playwright.Chromium.LaunchAsync(
                    new() { ExecutablePath = installation.Path, Headless = true, Args = Arguments, Timeout = 60_000 });
            }
            return _browser;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        _gate.Dispose();
    }

    private async Task<ChromiumInstallation> FindOrInstallAsync()
    {
        Assert.SkipWhen(PlaywrightDriver.Find() is null, "The Playwright driver is not beside the tests. " + PlaywrightDriver.Remedy);
        if (_installation is null)
        {
            using var machine = await MachineLock.TakeAsync("webqa-chromium.lock", TimeSpan.FromMinutes(15));
            _installation = await new ChromiumInstaller(new ChromiumLocator()).InstallAsync(new Progress<string>(), CancellationToken.None);
        }
        if (_installation is ChromiumInstallOutcome.Ready ready)
        {
            return ready.Installation;
        }
        Assert.Skip(((ChromiumInstallOutcome.Failed)_installation).Message);
        throw new InvalidOperationException("Assert.Skip returned.");
    }
}
