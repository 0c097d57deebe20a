using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace WebQA.TextBrowser.Rendering;

/// <summary>The one browser of a process: started by the first page that needs it, closed when idle, replaced when old, large or gone. Thread-safe.</summary>
public sealed partial class ChromiumHost : IAsyncDisposable
{
    private readonly ChromiumOptions _options;
    private readonly ChromiumLocator _locator;
    private readonly ILogger<ChromiumHost> _logger;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _slots;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ITimer _idle;
    private RunningChromium? _current;
    private string? _sandboxFailure;
    private bool _isDisposed;

    /// <summary>Creates the host; nothing is started.</summary>
    /// <param name="options">How the browser is run.</param>
    /// <param name="logger">Says when a browser is started and replaced.</param>
    /// <param name="time">Measures idleness.</param>
    public ChromiumHost(ChromiumOptions options, ILogger<ChromiumHost>? logger = null, TimeProvider? time = null)
    {
        _options = options;
        _locator = new ChromiumLocator(options.ChromiumPath);
        _logger = logger ?? NullLogger<ChromiumHost>.Instance;
        _time = time ?? TimeProvider.System;
        _slots = new SemaphoreSlim(options.MaxPages, options.MaxPages);
        _idle = _time.CreateTimer(_ => _ = CloseIfIdleAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether a browser process runs now.</summary>
    public bool IsRunning => _current is { Browser.IsConnected: true };

    /// <summary>Browsers that were started so far.</summary>
    public int Starts { get; private set; }

    /// <summary>Connections that pages of the running browser tried to open past the routing; all were refused.</summary>
    public int RefusedConnections => _current?.Refused ?? 0;

    internal ChromiumOptions Options => _options;

    internal TimeProvider Time => _time;

    /// <summary>Why no page can be rendered, and what to do; null where pages can be. Looks at files only.</summary>
    /// <param name="allowUnsandboxed">Whether the pages may be rendered without a sandbox.</param>
    public string? WhyNot(bool allowUnsandboxed)
    {
        if (_locator.Find() is null)
        {
            return (_locator.ConfiguredPath is { } path ? new ChromiumNotFoundException(path) : new ChromiumNotFoundException()).Message;
        }
        if (PlaywrightDriver.Find() is null)
        {
            return "The Playwright driver that steers Chromium is not beside the app. " + PlaywrightDriver.Remedy;
        }
        return allowUnsandboxed ? null
            : ChromiumSandbox.IsRoot ? $"{ChromiumSandbox.RootMessage} {ChromiumSandbox.RootRemedy}"
            : _sandboxFailure;
    }

    /// <summary>Waits for a free place and a running browser.</summary>
    /// <exception cref="ChromiumUnavailableException">None can be had; the message says why and what to do.</exception>
    internal async Task<Lease> LeaseAsync(bool allowUnsandboxed, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            await _gate.WaitAsync(cancellationToken);
            try
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                var chromium = await CurrentAsync(allowUnsandboxed);
                chromium.Leases++;
                chromium.Pages++;
                return new Lease(this, chromium);
            }
            finally
            {
                _gate.Release();
            }
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _isDisposed = true;
            await _idle.DisposeAsync();
            if (_current is { } chromium)
            {
                _current = null;
                await chromium.DisposeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<RunningChromium> CurrentAsync(bool allowUnsandboxed)
    {
        if (WhyNot(allowUnsandboxed) is { } reason)
        {
            throw new ChromiumUnavailableException(reason);
        }
        if (_current is { } current && await ReasonToReplaceAsync(current) is { } old)
        {
            LogReplaced(old, current.Pages);
            _current = null;
            current.IsRetired = true;
            if (current.Leases == 0)
            {
                await current.DisposeAsync();
            }
        }
        return _current ??= await StartAsync(allowUnsandboxed);
    }

    private async Task<string?> ReasonToReplaceAsync(RunningChromium chromium)
    {
        if (!chromium.Browser.IsConnected)
        {
            return "it has gone";
        }
        if (chromium.IsSuspect)
        {
            return "it could not close a page";
        }
        if (chromium.Pages >= _options.PagesPerBrowser)
        {
            return "it has rendered its share of pages";
        }
        try
        {
            return await chromium.MemoryBytesAsync().WaitAsync(TimeSpan.FromSeconds(5)) > _options.MaxMemoryBytes ? "it has grown too large" : null;
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return "it does not answer";
        }
    }

    private async Task<RunningChromium> StartAsync(bool allowUnsandboxed)
    {
        var path = _locator.FindOrThrow().Path;
        var isSandboxed = !ChromiumSandbox.IsRoot && _sandboxFailure is null;
        try
        {
            return await StartAsync(path, isSandboxed);
        }
        // A container may forbid what the sandbox is made of, also for an ordinary user.
        catch (PlaywrightException error) when (isSandboxed)
        {
            var chromium = await StartAsync(path, isSandboxed: false);
            _sandboxFailure = $"Chromium starts on this machine without its sandbox only, so only environments that allow it (the bundled mini web) are rendered. With it: {FirstLine(error)}";
            if (!allowUnsandboxed)
            {
                await chromium.DisposeAsync();
                throw new ChromiumUnavailableException(_sandboxFailure, error);
            }
            return chromium;
        }
    }

    private async Task<RunningChromium> StartAsync(string path, bool isSandboxed)
    {
        try
        {
            var chromium = await RunningChromium.StartAsync(path, isSandboxed, _options.StartTimeout);
            Starts++;
            LogStarted(path, chromium.Browser.Version, isSandboxed);
            return chromium;
        }
        catch (TimeoutException error)
        {
            // That a machine is slow now says nothing about its sandbox, so nothing is kept: the next page tries again.
            throw new ChromiumUnavailableException($"'{path}' did not start within {_options.StartTimeout.TotalSeconds:0.#} seconds. Run it once by hand with --headless=new to see what it waits for.", error);
        }
        catch (PlaywrightException error) when (!isSandboxed)
        {
            throw new ChromiumUnavailableException($"'{path}' could not be started: {FirstLine(error)} Run it once by hand with --headless=new to see what it lacks.", error);
        }
    }

    private static string FirstLine(PlaywrightException error) => error.Message.Split('\n', 2)[0].Trim();

    private async Task ReturnAsync(RunningChromium chromium)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            chromium.Leases--;
            if (chromium.IsRetired && chromium.Leases == 0)
            {
                await chromium.DisposeAsync();
            }
            if (!_isDisposed && _current is { Leases: 0 })
            {
                _idle.Change(_options.IdleTime, Timeout.InfiniteTimeSpan);
            }
        }
        finally
        {
            _gate.Release();
            _slots.Release();
        }
    }

    private async Task CloseIfIdleAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_current is { Leases: 0 } chromium)
            {
                _current = null;
                await chromium.DisposeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Chromium {Version} started ({Path}, sandbox: {IsSandboxed}).")]
    private partial void LogStarted(string path, string version, bool isSandboxed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Chromium is replaced after {Pages} pages: {Reason}.")]
    private partial void LogReplaced(string reason, int pages);

    /// <summary>The right to render one page in a browser.</summary>
    internal sealed class Lease(ChromiumHost host, RunningChromium chromium) : IAsyncDisposable
    {
        public IBrowser Browser => chromium.Browser;

        /// <summary>Says that the browser must not be given to another page.</summary>
        public void Retire() => chromium.IsSuspect = true;

        public async ValueTask DisposeAsync() => await host.ReturnAsync(chromium);
    }
}
