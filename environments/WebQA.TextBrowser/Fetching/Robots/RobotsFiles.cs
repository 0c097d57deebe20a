using System.Collections.Concurrent;
using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Fetching.Robots;

/// <summary>The <c>robots.txt</c> of every site a crawler meets, read once a day at most. Thread-safe.</summary>
/// <remarks>RFC 9309 §2.3.1: a site without the file allows everything; one that cannot give it at the moment allows nothing until it can.</remarks>
/// <param name="fetcher">Gets the file, within its bounds of redirects, time and size.</param>
/// <param name="crawler">The crawler's name, without a version.</param>
/// <param name="clock">Tells when a file is to be read again.</param>
public sealed class RobotsFiles(IPageFetcher fetcher, string crawler, TimeProvider clock)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(24);

    /// <summary>A site that could not answer is asked again after this.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Task<Known>> _known = new(StringComparer.OrdinalIgnoreCase);

    private sealed record Known(RobotsRules Rules, DateTimeOffset Until);

    /// <summary>The rules of the site of a page.</summary>
    public async Task<RobotsRules> RulesAsync(Uri url, CancellationToken cancellationToken = default)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        while (true)
        {
            var reading = _known.GetOrAdd(origin, o => ReadAsync(new Uri(o + "/robots.txt")));
            var known = await reading.WaitAsync(cancellationToken);
            if (known.Until > clock.GetUtcNow())
            {
                return known.Rules;
            }
            _known.TryRemove(new KeyValuePair<string, Task<Known>>(origin, reading));
        }
    }

    /// <summary>Goes on when one of its callers gives up; the fetcher's own limits end it.</summary>
    private async Task<Known> ReadAsync(Uri file) => await fetcher.FetchAsync(file, CancellationToken.None) switch
    {
        FetchOutcome.Fetched { Snapshot.Bytes: var bytes } => Keep(RobotsRules.Parse(Encoding.UTF8.GetString(bytes.Span), crawler), Lasting),
        FetchOutcome.Failed { Kind: "not_found" or "forbidden" or "sign_in" or "no_page" or "unsupported_type" or "too_many_redirects" or "bad_redirect" } => Keep(RobotsRules.AllowAll, Lasting),
        _ => Keep(RobotsRules.DisallowAll, Retry),
    };

    private Known Keep(RobotsRules rules, TimeSpan time) => new(rules, clock.GetUtcNow() + time);
}
