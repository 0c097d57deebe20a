using System.Diagnostics;
using System.Text.Json;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Checks;

/// <summary>Tries to make the fetcher reach what it must not: by spelling, by name, by redirect, by page. The network is scripted; nothing leaves the process.</summary>
public static class SsrfCheck
{
    /// <summary>Runs the cases of a file, in order.</summary>
    public static async IAsyncEnumerable<CheckResult> RunAllAsync(string path)
    {
        foreach (var testCase in CaseFile.Read(path))
        {
            yield return await RunAsync(testCase);
        }
    }

    /// <summary>Runs a case.</summary>
    public static async Task<CheckResult> RunAsync(JsonElement testCase)
    {
        var watch = Stopwatch.StartNew();
        var expected = CaseFile.Text(testCase.GetProperty("expected"), "outcome") ?? string.Empty;
        var network = new ScriptedNetwork(testCase.TryGetProperty("dns", out var dns) ? dns : null, expected == "second_hop_blocked_private");
        var outcome = await OutcomeAsync(testCase, expected, network);
        var passes = (outcome == expected || CaseFile.Texts(testCase, "also_ok").Contains(outcome)) && DialsAreSafe(expected, network);
        return new CheckResult(CaseFile.Text(testCase, "id") ?? string.Empty, expected, outcome, passes, watch.ElapsedMilliseconds);
    }

    /// <summary>Nothing private is dialled, ever; where a dial is a part of the case, it goes to the address that was checked.</summary>
    private static bool DialsAreSafe(string expected, ScriptedNetwork network) => expected switch
    {
        "resolver_called_once_connects_to_first_answer_only" => network is { Dials: [var only], TimesAsked: 1 } && PublicAddress.Is(only.Address),
        "second_hop_blocked_private" => network.Dials is [var first] && PublicAddress.Is(first.Address),
        _ => network.Dials.Count == 0,
    };

    private static async Task<string> OutcomeAsync(JsonElement testCase, string expected, ScriptedNetwork network)
    {
        var options = new GuardOptions();
        var rules = new UrlRules(options);
        var input = CaseFile.Text(testCase, "input") ?? string.Empty;
        Uri url;
        try
        {
            url = rules.Check(input);
        }
        catch (GuardRefusedException refused)
        {
            return Name(refused.Refusal);
        }
        if (!testCase.TryGetProperty("dns", out _) && !testCase.TryGetProperty("server", out _))
        {
            return OfAddress(url);
        }
        HttpMessageHandler guarded = new GuardedConnections(options, network, network).CreateHandler();
        var site = testCase.TryGetProperty("server", out var server) ? new ScriptedSite(url.Host, server, guarded) : null;
        var transport = new HttpMessageInvoker(site ?? guarded);
        // A step down from encryption begins with encryption.
        var start = expected == "https_downgrade_reported" ? new Uri("https://" + url.Host + url.PathAndQuery) : url;
        using var fetcher = new HttpPageFetcher(rules, transport, new HttpLimits(), TimeProvider.System);
        var fetched = await fetcher.FetchAsync(start);
        return fetched switch
        {
            FetchOutcome.Fetched page => OfPage(page.Snapshot, expected, rules, site),
            FetchOutcome.Failed { Kind: "blocked" } when network.Dials.Count > 0 => "second_hop_blocked_private",
            FetchOutcome.Failed { Kind: "connect" } when network.Dials.Count > 0 => "resolver_called_once_connects_to_first_answer_only",
            FetchOutcome.Failed failed => Name(failed.Kind),
            _ => "unknown",
        };
    }

    private static string OfAddress(Uri url) =>
        url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? "classify_public"
        : url.Host.Contains("xn--", StringComparison.Ordinal) ? "show_punycode"
        : url.OriginalString.Contains("%0d%0a", StringComparison.OrdinalIgnoreCase) && !url.AbsoluteUri.Contains('\n', StringComparison.Ordinal) ? "path_stays_encoded"
        : "allow";

    /// <summary>A page that points elsewhere is read as the page itself: one request, under the address that was asked for.</summary>
    private static string OfPage(PageSnapshot snapshot, string expected, UrlRules rules, ScriptedSite? site)
    {
        var links = PageReader.ReadHtml(snapshot)?.All.Links ?? [];
        var isItself = site is { Requests: 1 } && snapshot.FinalUrl == snapshot.RequestedUrl;
        return expected switch
        {
            "block_private_on_click" => links.Count == 1 ? Refused(links[0].Url, rules) + "_on_click" : "no_link",
            "no_auto_follow" or "no_subresource_requests" or "ignored" => isItself ? expected : "followed",
            _ => "allow",
        };
    }

    private static string Refused(string url, UrlRules rules)
    {
        try
        {
            return "opens " + rules.Check(url);
        }
        catch (GuardRefusedException refused)
        {
            return Name(refused.Refusal);
        }
    }

    private static string Name(GuardRefusal refusal) => refusal switch
    {
        GuardRefusal.InvalidUrl => "block_invalid_url",
        GuardRefusal.TooLong => "block_too_long",
        GuardRefusal.Scheme => "block_scheme",
        GuardRefusal.Credentials => "block_credentials",
        GuardRefusal.Port => "block_port",
        GuardRefusal.NoSuchHost => "error_dns_not_found",
        _ => "block_private",
    };

    private static string Name(string kind) => kind switch
    {
        "blocked" => "block_private",
        "blocked_scheme" => "block_scheme",
        "blocked_port" => "block_port",
        "no_such_host" => "error_dns_not_found",
        "too_many_redirects" => "error_too_many_redirects",
        "bad_redirect" or "invalid_url" => "error_bad_redirect",
        "downgrade" => "https_downgrade_reported",
        _ => kind,
    };
}
