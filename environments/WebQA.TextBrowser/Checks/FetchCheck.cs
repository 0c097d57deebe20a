using System.Diagnostics;
using System.Text.Json;
using WebQA.TextBrowser.Checks.Servers;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.TextBrowser.Checks;

/// <summary>Reads pages from servers that misbehave: slow, endless, packed to burst, breaking HTTP or TLS. Each is on loopback, and no socket goes elsewhere.</summary>
/// <remarks>Where a server is slow, time runs at a tenth: it pauses, and the fetcher waits, a tenth of what the case says, so that slow servers do not make a slow check.</remarks>
public static class FetchCheck
{
    private static readonly HttpLimits Usual = new();

    private static readonly HttpLimits AtATenth = Usual with { Headers = Usual.Headers / 10, Total = Usual.Total / 10 };

    private static readonly string[] SlowServers = ["FETCH-001", "FETCH-002", "FETCH-003", "FETCH-006", "FETCH-033"];

    /// <summary>Runs the cases of a file, in order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="judgesMemory">Whether this process does nothing else, so that its memory tells something.</param>
    public static async IAsyncEnumerable<CheckResult> RunAllAsync(string path, bool judgesMemory = true)
    {
        foreach (var testCase in CaseFile.Read(path))
        {
            yield return await RunAsync(testCase, judgesMemory);
        }
    }

    private static async Task<CheckResult> RunAsync(JsonElement testCase, bool judgesMemory)
    {
        var id = CaseFile.Text(testCase, "id") ?? string.Empty;
        var expected = CaseFile.Text(testCase, "expected") ?? string.Empty;
        if (HostileAnswers.Of(id) is not { } answer)
        {
            return new CheckResult(id, expected, "No server behaves as this case describes.", Pass: false, Ms: 0);
        }
        var watch = Stopwatch.StartNew();
        await using var memory = new WorkingSetWatch();
        var verdict = await new FetchJudge(SlowServers.Contains(id) ? AtATenth : Usual).JudgeAsync(id, answer);
        var isSmall = memory.Growth < 3L * Usual.Bytes;
        var outcome = isSmall ? verdict.Outcome : $"{verdict.Outcome}; the process grew by {memory.Growth / (1024 * 1024)} MiB";
        return new CheckResult(id, expected, outcome, verdict.Passes && (isSmall || !judgesMemory), watch.ElapsedMilliseconds);
    }
}
