using System.Diagnostics;
using System.Text;
using WebQA.Core.Browsing;
using WebQA.TestBrowser;
using WebQA.TextBrowser.Rendering;

namespace WebQA.TextBrowser.Tests.Rendering;

public sealed class ChromiumHostTests(ChromiumFixture chromium)
{
    private static readonly Uri Url = new("https://page.example/");
    private static readonly PagesFetcher Pages = new((Url.AbsoluteUri, "<p>hello</p>"));

    [Fact]
    public async Task Nothing_starts_before_the_first_page_and_an_idle_browser_is_closed()
    {
        await chromium.InstallationAsync();
        await using var host = new ChromiumHost(new ChromiumOptions { IdleTime = TimeSpan.FromMilliseconds(300) });
        Assert.False(host.IsRunning);

        await RenderAsync(host);
        Assert.Equal(1, host.Starts);
        while (host.IsRunning)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await RenderAsync(host);
        Assert.Equal(2, host.Starts);
    }

    [Fact]
    public async Task A_browser_is_replaced_after_its_share_of_pages()
    {
        await chromium.InstallationAsync();
        await using var host = new ChromiumHost(new ChromiumOptions { PagesPerBrowser = 2 });
        for (var i = 0; i < 3; i++)
        {
            await RenderAsync(host);
        }

        Assert.Equal(2, host.Starts);
    }

    [Fact]
    public async Task A_browser_that_has_grown_too_large_is_replaced()
    {
        await chromium.InstallationAsync();
        await using var host = new ChromiumHost(new ChromiumOptions { MaxMemoryBytes = 10_000_000 });
        await RenderAsync(host);
        await RenderAsync(host);

        Assert.Equal(2, host.Starts);
    }

    [Fact]
    public async Task A_browser_that_is_killed_is_started_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        await chromium.InstallationAsync();
        await using var host = new ChromiumHost(new ChromiumOptions());
        await RenderAsync(host);
        foreach (var browser in ProcessTree.DescendantsOf(Environment.ProcessId).Where(process => process.CommandLine.Contains("--host-resolver-rules", StringComparison.Ordinal) && !process.CommandLine.Contains("--type=", StringComparison.Ordinal)))
        {
            ProcessTree.Kill(browser.Id);
        }

        await RenderAsync(host);

        Assert.True(host.Starts >= 2);
    }

    [Fact]
    public async Task A_script_without_end_is_stopped_and_the_next_page_is_rendered()
    {
        await chromium.InstallationAsync();
        var options = new ChromiumOptions { RenderTimeout = TimeSpan.FromSeconds(3) };
        await using var host = new ChromiumHost(options);
        var renderer = new PageRenderer(host, allowUnsandboxed: true);

        var outcome = await renderer.RenderAsync(Url, new PagesFetcher((Url.AbsoluteUri, "<p>x</p><script>for (;;) { }</script>")));

        Assert.Equal(new FetchOutcome.Failed("timeout", "The scripts of this page did not come to rest within 3 seconds."), outcome);
        options.RenderTimeout = TimeSpan.FromSeconds(60);
        await RenderAsync(host);
    }

    [Fact]
    public async Task What_a_page_that_never_rests_has_built_is_read()
    {
        await chromium.InstallationAsync();
        await using var host = new ChromiumHost(new ChromiumOptions { RenderTimeout = TimeSpan.FromSeconds(8) });

        var outcome = await new PageRenderer(host, allowUnsandboxed: true).RenderAsync(
            Url, new PagesFetcher((Url.AbsoluteUri, "<p>ticker</p><i id=x></i><script>setInterval(() => { x.textContent += '.'; }, 20)</script>")));

        var snapshot = Assert.IsType<FetchOutcome.Fetched>(outcome).Snapshot;
        Assert.Contains("<p>ticker</p>", Encoding.UTF8.GetString(snapshot.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_the_failure_says_what_to_do()
    {
        await using var host = new ChromiumHost(new ChromiumOptions { ChromiumPath = "/no/such/chromium" });
        var renderer = new PageRenderer(host, allowUnsandboxed: true);

        Assert.False(renderer.IsAvailable);
        Assert.Equal(
            new FetchOutcome.Failed("needs_browser", "This page builds its text by scripts, and no browser can run them here. " + new ChromiumNotFoundException("/no/such/chromium").Message),
            await renderer.RenderAsync(Url, Pages));
        Assert.Equal(0, host.Starts);
    }

    [Fact]
    public async Task A_browser_that_does_not_start_in_time_is_a_failure_of_the_page()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The slow browser is a shell script.");
        var slow = Path.Combine(Directory.CreateTempSubdirectory("webqa-slow-").FullName, "chromium");
        await File.WriteAllTextAsync(slow, "#!/bin/sh\nexec sleep 60\n", TestContext.Current.CancellationToken);
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(slow, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        await using var host = new ChromiumHost(new ChromiumOptions { ChromiumPath = slow, StartTimeout = TimeSpan.FromSeconds(1) });

        var outcome = await new PageRenderer(host, allowUnsandboxed: true).RenderAsync(Url, Pages);

        Assert.Equal(
            new FetchOutcome.Failed(
                "needs_browser",
                "This page builds its text by scripts, and no browser can run them here. "
                + $"'{slow}' did not start within 1 seconds. Run it once by hand with --headless=new to see what it waits for."),
            outcome);
        Assert.Equal(0, host.Starts);
        Directory.Delete(Path.GetDirectoryName(slow)!, recursive: true);
    }

    [Fact]
    public async Task Root_renders_only_environments_that_allow_it()
    {
        Assert.SkipUnless(ChromiumSandbox.IsRoot, "Only root has no sandbox.");
        await chromium.InstallationAsync();
        await using var host = new ChromiumHost(new ChromiumOptions());

        Assert.Equal(
            "This process runs as root, for whom Chromium has no sandbox, so only environments that allow it (the bundled mini web) are rendered. Run the app as an ordinary user.",
            new PageRenderer(host).WhyNot);
        Assert.Null(new PageRenderer(host, allowUnsandboxed: true).WhyNot);
    }

    [Fact]
    public async Task A_page_that_cannot_be_fetched_fails_as_its_fetcher_says()
    {
        await chromium.InstallationAsync();
        await using var host = new ChromiumHost(new ChromiumOptions());

        Assert.Equal(
            new FetchOutcome.Failed("not_found", "There is no such page."),
            await new PageRenderer(host, allowUnsandboxed: true).RenderAsync(new Uri("https://page.example/none"), Pages));
        Assert.Equal(0, host.Starts);
    }

    // Run by the next test in a process of its own, which is killed while the browser runs.
    [Fact(Explicit = true)]
    public async Task Renders_and_waits_to_be_killed()
    {
        await chromium.InstallationAsync();
        var host = new ChromiumHost(new ChromiumOptions());
        await RenderAsync(host);
        await Task.Delay(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task No_browser_outlives_a_process_that_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        await chromium.InstallationAsync();
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "WebQA.TextBrowser.Tests"),
            ["-explicit", "only", "-method", $"*{nameof(ChromiumHostTests)}.{nameof(Renders_and_waits_to_be_killed)}"])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var limit = Stopwatch.StartNew();
        IReadOnlyList<ProcessTree.Entry> family = [];
        while (!family.Any(child => child.CommandLine.Contains("--type=renderer", StringComparison.Ordinal)) && limit.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            family = ProcessTree.DescendantsOf(process.Id);
        }
        Assert.Contains(family, child => child.CommandLine.Contains("--type=renderer", StringComparison.Ordinal));

        ProcessTree.Kill(process.Id);

        limit.Restart();
        while (family.Any(child => ProcessTree.IsAlive(child.Id)) && limit.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.DoesNotContain(family, child => ProcessTree.IsAlive(child.Id));
    }

    private static async Task RenderAsync(ChromiumHost host)
    {
        var outcome = await new PageRenderer(host, allowUnsandboxed: true).RenderAsync(Url, Pages);
        var snapshot = Assert.IsType<FetchOutcome.Fetched>(outcome).Snapshot;
        Assert.Contains("<p>hello</p>", Encoding.UTF8.GetString(snapshot.Bytes.Span), StringComparison.Ordinal);
    }
}
