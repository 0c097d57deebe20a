using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace WebQA.TextBrowser.Rendering;

/// <summary>A browser that runs, with the driver that steers it. Both end when the driver loses this process, however this process ends.</summary>
internal sealed class RunningChromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private ICDPSession? _session;

    private readonly RefusingProxy _proxy;

    private RunningChromium(IPlaywright playwright, IBrowser browser, RefusingProxy proxy, bool isSandboxed)
    {
        _playwright = playwright;
        _proxy = proxy;
        Browser = browser;
        IsSandboxed = isSandboxed;
    }

    public IBrowser Browser { get; }

    public bool IsSandboxed { get; }

    /// <summary>Connections that pages tried to open past the routing, and that were refused.</summary>
    public int Refused => _proxy.Refused;

    /// <summary>Pages that use it now.</summary>
    public int Leases { get; set; }

    /// <summary>Pages that used it.</summary>
    public int Pages { get; set; }

    /// <summary>No page more is given to it; it is closed by the last that uses it.</summary>
    public bool IsRetired { get; set; }

    /// <summary>It did not do what it was told, so it is to be replaced.</summary>
    public bool IsSuspect { get; set; }

    /// <exception cref="PlaywrightException">It could not be started.</exception>
    /// <exception cref="TimeoutException">It did not start in time.</exception>
    public static async Task<RunningChromium> StartAsync(string path, bool isSandboxed, TimeSpan limit)
    {
        var playwright = await Playwright.CreateAsync();
        var proxy = new RefusingProxy();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Headless = true,
                ChromiumSandbox = isSandboxed,
                Args = ChromiumArguments.Of(proxy.EndPoint),
                Proxy = new Proxy { Server = $"http://{proxy.EndPoint}", Bypass = "<-loopback>" }, // loopback goes by the proxy as well,
                Timeout = (float)limit.TotalMilliseconds,
                // This process decides when the browser ends, not the terminal.
                HandleSIGHUP = false,
                HandleSIGINT = false,
                HandleSIGTERM = false,
            });
            return new RunningChromium(playwright, browser, proxy, isSandboxed);
        }
        catch
        {
            playwright.Dispose();
            await proxy.DisposeAsync();
            throw;
        }
    }

    /// <summary>Bytes that all its processes hold. On Linux what they share is left out, elsewhere it is counted in each.</summary>
    public async Task<long> MemoryBytesAsync()
    {
        _session ??= await Browser.NewBrowserCDPSessionAsync();
        var info = await _session.SendAsync("SystemInfo.getProcessInfo");
        return info!.Value.GetProperty("processInfo").EnumerateArray().Sum(process => MemoryOf(process.GetProperty("id").GetInt32()));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Browser.CloseAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // A browser that has gone, or hangs, is ended with its driver.
        }
        _playwright.Dispose();
        await _proxy.DisposeAsync();
    }

    private static long MemoryOf(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                var pages = File.ReadAllText($"/proc/{processId}/statm").Split(' ');
                return (long.Parse(pages[1], CultureInfo.InvariantCulture) - long.Parse(pages[2], CultureInfo.InvariantCulture)) * Environment.SystemPageSize;
            }
            using var process = Process.GetProcessById(processId);
            return process.WorkingSet64;
        }
        catch (Exception error) when (error is IOException or ArgumentException or InvalidOperationException)
        {
            return 0; // it ended in the meantime
        }
    }
}
