using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using WebQA.TestBrowser;
using WebQA.TextBrowser.Rendering;

namespace WebQA.TextBrowser.Tests.Search.Engines;

/// <summary>A real kiwix-serve over a ZIM file made of the mini web's pages: found, else installed (once a machine, where this user may), else the tests that need it skip and say what to do.</summary>
public sealed class KiwixServe : IAsyncLifetime
{
    /// <summary>A grey square of 48 by 48: every ZIM file has a picture.</summary>
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAAAAAByaaZbAAAAIElEQVR42mNoIBEwjGoY1TCqYVTDqIZRDaMaRjWMLA0AP1OAPa8cPpEAAAAASUVORK5CYII=";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webqa-kiwix-");
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Process? _process;
    private Uri? _address;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Where it answers; skips the test, with the remedy, where there is none.</summary>
    public async Task<Uri> AddressAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _address ??= await StartAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }
        _gate.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<Uri> StartAsync()
    {
        if (Find("kiwix-serve") is null || Find("zimwriterfs") is null)
        {
            await InstallAsync();
        }
        Assert.SkipWhen(
            Find("kiwix-serve") is null || Find("zimwriterfs") is null, "kiwix-serve and zimwriterfs are not installed. On Debian: 'apt-get install kiwix-tools zim-tools' as root.");
        var zim = await MakeZimAsync();
        var port = FreePort();
        _process = Process.Start(new ProcessStartInfo(
            Find("kiwix-serve")!, ["--attachToProcess", Number(Environment.ProcessId), "--address", "127.0.0.1", "--port", Number(port), zim]) { UseShellExecute = false })!;
        var address = new Uri($"http://127.0.0.1:{port}/");
        using var client = new HttpClient();
        for (var i = 0; i < 100; i++)
        {
            try
            {
                using var response = await client.GetAsync(address);
                return address;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
        throw new InvalidOperationException($"kiwix-serve did not answer at {address} within 10 seconds.");
    }

    private async Task<string> MakeZimAsync()
    {
        var pages = Directory.CreateDirectory(Path.Combine(_folder.FullName, "pages"));
        foreach (var page in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "environments", "mini-web", "web", "fieldnotes.example"), "*.html"))
        {
            File.Copy(page, Path.Combine(pages.FullName, Path.GetFileName(page)));
        }
        await File.WriteAllBytesAsync(Path.Combine(pages.FullName, "picture.png"), Convert.FromBase64String(Picture));
        var zim = Path.Combine(_folder.FullName, "fieldnotes.zim");
        string[] arguments =
        [
            "--welcome", "index.html", "--illustration", "picture.png", "--language", "eng", "--title", "Field notes", "--description", "Nature", "--creator", "WebQA", "--publisher", "WebQA",
            "--name", "fieldnotes", pages.FullName, zim,
        ];
        var made = await ProcessRunner.RunAsync(Find("zimwriterfs")!, arguments, TimeSpan.FromMinutes(2), new Progress<string>(), TimeProvider.System, CancellationToken.None);
        Assert.True(made.IsSuccess, made.Message);
        return zim;
    }

    private static async Task InstallAsync()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
        {
            return;
        }
        using var machine = await MachineLock.TakeAsync("webqa-kiwix.lock", TimeSpan.FromMinutes(10));
        if (Find("kiwix-serve") is not null && Find("zimwriterfs") is not null)
        {
            return;
        }
        var quiet = new Dictionary<string, string>(StringComparer.Ordinal) { ["DEBIAN_FRONTEND"] = "noninteractive" };
        foreach (string[] arguments in (string[][])[["-q", "update"], ["-q", "-y", "--no-install-recommends", "install", "kiwix-tools", "zim-tools"]])
        {
            await ProcessRunner.RunAsync(
                "apt-get", ["-o", "DPkg::Lock::Timeout=180", "-o", "Acquire::http::Timeout=30", .. arguments], TimeSpan.FromMinutes(4), new Progress<string>(), TimeProvider.System, CancellationToken.None, quiet);
        }
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
