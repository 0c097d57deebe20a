using System.Net;

namespace WebQA.TextBrowser.Rendering;

/// <summary>The command line of a Chromium that reads hostile pages and has no way to any network: all that a page gets is handed to it.</summary>
internal static class ChromiumArguments
{
    private static readonly string[] Always =
    [
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", // of the headless shell
        "--webrtc-ip-handling-policy=disable_non_proxied_udp", // of Chrome
        "--disable-quic", // WebTransport too
        "--dns-prefetch-disable",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-first-run",
        "--no-pings",
        "--disable-gpu",
        "--disable-dev-shm-usage", // containers have 64 MB of it
        "--js-flags=--max-old-space-size=512", // megabytes; a page that wants more crashes alone
    ];

    /// <summary>The arguments of a browser whose only neighbour is a proxy.</summary>
    /// <param name="proxy">Where the proxy listens; every other name and address is unknown to the browser, loopback included.</param>
    public static string[] Of(IPEndPoint proxy) => [$"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {proxy.Address}", .. Always];
}
