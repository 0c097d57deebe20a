using System.Diagnostics;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>A misbehaving server and the fetcher that episodes use, over a network in which every name leads to that server.</summary>
internal sealed class FetchTrial : IAsyncDisposable
{
    private readonly HttpLimits _limits;
    private readonly string _scheme;

    public FetchTrial(Func<HostileConnection, Task> answer, HttpLimits limits, Func<Stream, Task<Stream>>? secure = null)
    {
        (_limits, _scheme) = (limits, secure is null ? "http" : "https");
        Server = new HostileServer(answer, secure);
        Fetcher = HttpPageFetcher.Create(TimeProvider.System, limits: limits, resolver: Server, dialler: Server);
    }

    public HostileServer Server { get; }

    public HttpPageFetcher Fetcher { get; }

    /// <summary>The last outcome.</summary>
    public FetchOutcome? Outcome { get; private set; }

    /// <summary>The words for a person, of the last outcome.</summary>
    public string Message => Outcome is FetchOutcome.Failed failed ? failed.Message : string.Empty;

    /// <summary>The page of the last outcome.</summary>
    public PageSnapshot? Page => Outcome is FetchOutcome.Fetched fetched ? fetched.Snapshot : null;

    /// <summary>Fetches a page and names what came of it, as the cases do; what takes longer than it may is named so.</summary>
    public async Task<string> FetchAsync(string path = "/", string host = "hostile.example")
    {
        var watch = Stopwatch.StartNew();
        Outcome = await Fetcher.FetchAsync(new Uri($"{_scheme}://{host}{path}"));
        return watch.Elapsed > _limits.Total + TimeSpan.FromSeconds(1) ? $"too late: {watch.ElapsedMilliseconds} ms" : Name(Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Fetcher.Dispose();
    }

    private static string Name(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched { Snapshot.Note: null } => "page",
        FetchOutcome.Fetched => "truncated",
        FetchOutcome.Failed failed => failed.Kind switch
        {
            "timeout" => "timeout_error",
            "unsupported_coding" => "error_unsupported_encoding",
            "throttled" => "error_rate_limited",
            var kind => $"error_{kind}",
        },
        _ => "unknown",
    };
}
