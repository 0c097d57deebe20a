namespace WebQA.TextBrowser.Rendering;

/// <summary>The command line of a Chromium that reads hostile pages and has no way to any network: all that a page gets is handed to it.</summary>
internal static class ChromiumArguments
{
    /// <summary>A proxy that does not exist; whatever slips past the routing ends here, loopback included.</summary>
    public const string DeadProxy = "http://127.0.0.1:9";

    public static readonly string[] All =
    [
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", // of the headless shell
        "--webrtc-ip-handling-policy=disable_non_proxied_udp", // of Chrome
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--no-pings",
        "--disable-gpu",
        "--disable-dev-shm-usage", // containers have 64 MB of it
        "--js-flags=--max-old-space-size=512", // megabytes; a page that wants more crashes alone
    ];
}
