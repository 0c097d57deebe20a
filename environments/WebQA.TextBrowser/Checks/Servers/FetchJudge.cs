using WebQA.TextBrowser.Fetching.Http;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>What a case of <c>fetch.json</c> comes to, and whether that is its safe outcome.</summary>
/// <param name="limits">Of the fetcher.</param>
internal sealed class FetchJudge(HttpLimits limits)
{
    /// <summary>An outcome in words, and whether it is safe.</summary>
    public sealed record Verdict(string Outcome, bool Passes);

    /// <summary>Tries a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="answer">Its server's behaviour.</param>
    public async Task<Verdict> JudgeAsync(string id, Func<HostileConnection, Task> answer)
    {
        if (id == "FETCH-031")
        {
            return await CertificatesAsync(answer);
        }
        await using var trial = new FetchTrial(answer, limits);
        var verdict = await TryAsync(id, trial);
        // A stubborn page must not spoil the next one.
        var next = await trial.FetchAsync("/well", "well.example");
        return next == "page" ? verdict : new Verdict($"{verdict.Outcome}; the next page is {next}", false);
    }

    private Task<Verdict> TryAsync(string id, FetchTrial trial) => id switch
    {
        "FETCH-001" or "FETCH-002" => OneOfAsync(trial, "timeout_error"),
        "FETCH-003" => EndlessHeadersAsync(trial),
        "FETCH-005" => OneOfAsync(trial, "error_headers_too_large"),
        "FETCH-006" => OneOfAsync(trial, "timeout_error", "truncated"),
        "FETCH-007" => EndlessBodyAsync(trial),
        "FETCH-009" => LyingLengthAsync(trial),
        "FETCH-010" or "FETCH-011" or "FETCH-023" => OneOfAsync(trial, "error_protocol"),
        "FETCH-013" or "FETCH-014" => OneOfAsync(trial, "error_decompression_bomb", "truncated"),
        "FETCH-015" or "FETCH-018" => OneOfAsync(trial, "error_unsupported_encoding"),
        "FETCH-017" => OneOfAsync(trial, "truncated", "error_bad_coding"),
        "FETCH-019" => OneOfAsync(trial, "error_unsupported_type"),
        "FETCH-021" or "FETCH-022" => HtmlBySniffingAsync(trial),
        "FETCH-025" => OneOfAsync(trial, "page", "error_protocol", "error_headers_too_large", "timeout_error"),
        "FETCH-026" => OddStatusesAsync(trial),
        "FETCH-027" => PauseAsync(trial),
        "FETCH-029" => CredentialsAsync(trial),
        "FETCH-030" => CookiesAsync(trial),
        _ => RobotsJudge.JudgeAsync(id, trial),
    };

    private static async Task<Verdict> OneOfAsync(FetchTrial trial, params string[] safe)
    {
        var outcome = await trial.FetchAsync();
        return new Verdict(outcome, safe.Contains(outcome));
    }

    /// <summary>At the case's pace the time ends before the bound of the headers is reached; at full speed the bound ends it.</summary>
    private static async Task<Verdict> EndlessHeadersAsync(FetchTrial trial)
    {
        var (slow, fast) = (await trial.FetchAsync("/slow"), await trial.FetchAsync());
        return new Verdict($"{fast}; at 1 KB/s {slow}", (fast, slow) is ("error_headers_too_large", "timeout_error"));
    }

    private async Task<Verdict> EndlessBodyAsync(FetchTrial trial)
    {
        var outcome = await trial.FetchAsync();
        return new Verdict($"{outcome} after {trial.Page?.Bytes.Length} bytes of {trial.Server.Sent} sent", outcome == "truncated" && trial.Page!.Bytes.Length == limits.Bytes && trial.Server.Sent < 3L * limits.Bytes);
    }

    private static async Task<Verdict> LyingLengthAsync(FetchTrial trial)
    {
        var outcome = await trial.FetchAsync();
        var length = trial.Page?.Bytes.Length;
        var again = await trial.FetchAsync("/well");
        var isWell = again == "page" && trial.Page!.Bytes.Length == "<p>All is well.</p>".Length;
        return new Verdict($"{outcome} of {length} bytes; {trial.Server.Connections} connections for 2 pages", outcome == "page" && length == 10 && isWell && trial.Server.Connections == 2);
    }

    private static async Task<Verdict> HtmlBySniffingAsync(FetchTrial trial)
    {
        var outcome = await trial.FetchAsync();
        var isHtml = trial.Page is { } page && PageReader.ReadHtml(page) is { } html && html.All.PlainText.Contains("A page of words.", StringComparison.Ordinal);
        return new Verdict(isHtml ? "html" : outcome, isHtml);
    }

    private static async Task<Verdict> OddStatusesAsync(FetchTrial trial)
    {
        var (first, firstWords) = (await trial.FetchAsync("/204"), trial.Message);
        var (second, secondWords) = (await trial.FetchAsync("/304"), trial.Message);
        return new Verdict(
            $"{firstWords} {secondWords}",
            (first, second) is ("error_no_page", "error_no_page") && firstWords.Contains("HTTP 204", StringComparison.Ordinal) && secondWords.Contains("HTTP 304", StringComparison.Ordinal));
    }

    private static async Task<Verdict> PauseAsync(FetchTrial trial)
    {
        var started = TimeProvider.System.GetTimestamp();
        var (first, second) = (await trial.FetchAsync(), await trial.FetchAsync("/other"));
        var isAtOnce = TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5);
        return new Verdict(
            $"{first}, then {second}, with {trial.Server.Requests.Count} request", (first, second) is ("error_rate_limited", "error_rate_limited") && trial.Server.Requests.Count == 1 && isAtOnce);
    }

    private static async Task<Verdict> CredentialsAsync(FetchTrial trial)
    {
        var outcome = await trial.FetchAsync();
        var sent = trial.Server.Requests.Count(r => r.Contains("Authorization:", StringComparison.OrdinalIgnoreCase));
        return new Verdict($"{trial.Message} {sent} of {trial.Server.Requests.Count} requests with credentials", outcome == "error_sign_in" && trial.Message.Contains("HTTP 401", StringComparison.Ordinal) && sent == 0);
    }

    private static async Task<Verdict> CookiesAsync(FetchTrial trial)
    {
        var (many, few) = (await trial.FetchAsync(), await trial.FetchAsync("/few"));
        await trial.FetchAsync("/few");
        var sent = trial.Server.Requests.Count(r => r.Contains("\nCookie:", StringComparison.OrdinalIgnoreCase));
        return new Verdict($"{many}; with few cookies {few}; {sent} requests with cookies", (many, few) is ("error_headers_too_large", "page") && sent == 0);
    }

    private async Task<Verdict> CertificatesAsync(Func<HostileConnection, Task> answer)
    {
        var outcomes = new List<string>();
        foreach (var (fault, secure) in FaultyCertificates.All("hostile.example"))
        {
            await using var trial = new FetchTrial(answer, limits, secure);
            var outcome = await trial.FetchAsync();
            var isJudged = trial.Message.Contains("certificate", StringComparison.Ordinal);
            outcomes.Add($"{fault}: {(isJudged ? outcome : $"{outcome} without a look at the certificate")}");
        }
        return new Verdict(string.Join(", ", outcomes), outcomes.TrueForAll(o => o.EndsWith(": error_tls", StringComparison.Ordinal)));
    }
}
