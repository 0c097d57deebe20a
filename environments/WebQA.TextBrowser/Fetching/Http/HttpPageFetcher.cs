using System.Net;
using System.Net.Sockets;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Gets pages over HTTP, each hop checked by the guard. What goes wrong is an outcome with words for a person. Thread-safe.</summary>
/// <param name="rules">Checks each address before it is asked for.</param>
/// <param name="transport">Sends requests; <see cref="GuardedConnections.CreateHandler"/> makes the real one.</param>
/// <param name="limits">Bounds of time, size and redirects.</param>
/// <param name="clock">Measures and stamps.</param>
public sealed class HttpPageFetcher(UrlRules rules, HttpMessageInvoker transport, HttpLimits limits, TimeProvider clock) : IPageFetcher, IDisposable
{
    private const string Agent = "Mozilla/5.0 (compatible; WebQA/1.0; text browser)";

    /// <summary>A fetcher of the public web.</summary>
    /// <param name="clock">Measures and stamps.</param>
    /// <param name="guard">What the operator allows; null for the public web alone.</param>
    /// <param name="limits">Bounds; null for the usual ones.</param>
    /// <param name="resolver">Finds addresses; null for the operating system's.</param>
    /// <param name="dialler">Opens connections; null for TCP.</param>
    public static HttpPageFetcher Create(
        TimeProvider clock, GuardOptions? guard = null, HttpLimits? limits = null, IHostResolver? resolver = null, IDialler? dialler = null)
    {
        var options = guard ?? new GuardOptions();
        var connections = new GuardedConnections(options, resolver, dialler);
        return new HttpPageFetcher(new UrlRules(options), new HttpMessageInvoker(connections.CreateHandler()), limits ?? new HttpLimits(), clock);
    }

    /// <inheritdoc/>
    public void Dispose() => transport.Dispose();

    /// <summary>Whether a page was not asked for because the guard does not allow its address.</summary>
    public static bool IsRefusal(FetchOutcome.Failed failed) =>
        Enum.GetValues<GuardRefusal>().Any(refusal => refusal != GuardRefusal.NoSuchHost && Kind(refusal) == failed.Kind);

    /// <inheritdoc/>
    public async Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
    {
        using var total = new CancellationTokenSource(limits.Total, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        try
        {
            return await FollowAsync(url, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchOutcome.Failed("timeout", $"{url.Host} did not send the page within {limits.Total.TotalSeconds:0} seconds. Try it again, or go back and try another link.");
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            return new FetchOutcome.Failed(Kind(refusal.Refusal), refusal.Message);
        }
        catch (BodyTooLargeException)
        {
            return new FetchOutcome.Failed("too_large", $"The page is larger than {limits.Bytes / (1024 * 1024)} MiB, so it is not read.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return new FetchOutcome.Failed("network", $"{url.Host} could not be read: {e.Message} Try it again, or go back and try another link.");
        }
    }

    private async Task<FetchOutcome> FollowAsync(Uri requested, CancellationToken cancellationToken)
    {
        var url = rules.Check(requested.OriginalString);
        for (var hops = 0; hops <= limits.Redirects; hops++)
        {
            using var response = await SendAsync(url, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                return await ReadAsync(requested, url, response, cancellationToken);
            }
            if (Target(url, response) is not { } target)
            {
                return new FetchOutcome.Failed("bad_redirect", $"{url.Host} sends the reader on, but does not say where.");
            }
            var next = rules.Check(target);
            if (url.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            {
                return new FetchOutcome.Failed("downgrade", $"{url.Host} sends the reader on without encryption, to {next.Host}; that is not followed.");
            }
            url = next;
        }
        return new FetchOutcome.Failed("too_many_redirects", $"{requested.Host} sends the reader on and on; after {limits.Redirects} redirects it is given up.");
    }

    private async Task<HttpResponseMessage> SendAsync(Uri url, CancellationToken cancellationToken)
    {
        using var headers = new CancellationTokenSource(limits.Headers, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, headers.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        return await transport.SendAsync(request, either.Token);
    }

    private async Task<FetchOutcome> ReadAsync(Uri requested, Uri url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            return Failed(url, response.StatusCode);
        }
        var bytes = await BoundedBody.ReadAsync(response.Content, limits.Bytes, cancellationToken);
        var type = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : string.Empty;
        return new FetchOutcome.Fetched(new PageSnapshot(requested, url, type, bytes, clock.GetUtcNow()));
    }

    private static FetchOutcome.Failed Failed(Uri url, HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new("not_found", $"{url.Host} has no such page (HTTP {(int)status}). Go back and try another link."),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new("forbidden", $"{url.Host} does not show this page to everybody (HTTP {(int)status}). Go back and try another link."),
        HttpStatusCode.TooManyRequests => new("throttled", $"{url.Host} asks for a pause (HTTP 429). Try another link first."),
        >= HttpStatusCode.InternalServerError => new("server_error", $"{url.Host} has a fault of its own (HTTP {(int)status}). Try it again later, or try another link."),
        _ => new("no_page", $"{url.Host} answered without a page (HTTP {(int)status}). Go back and try another link."),
    };

    /// <summary>Where a redirect leads, resolved against the page it came from; null where that cannot be read.</summary>
    private static string? Target(Uri from, HttpResponseMessage response)
    {
        var location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.First().Trim() : null;
        if (string.IsNullOrEmpty(location) || location.Any(char.IsControl))
        {
            return null;
        }
        if (location.StartsWith("//", StringComparison.Ordinal))
        {
            return $"{from.Scheme}:{location}";
        }
        var colon = location.IndexOf(':', StringComparison.Ordinal);
        var isAbsolute = colon > 0 && location.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
        return isAbsolute ? location.TrimEnd('/') is "http:" or "https:" ? null : location
            : Uri.TryCreate(from, location, out var target) ? target.AbsoluteUri : null;
    }

    private static GuardRefusedException? Refusal(Exception e) => e as GuardRefusedException ?? (e.InnerException is { } inner ? Refusal(inner) : null);

    private static string Kind(GuardRefusal refusal) => refusal switch
    {
        GuardRefusal.InvalidUrl => "invalid_url",
        GuardRefusal.TooLong => "url_too_long",
        GuardRefusal.NoSuchHost => "no_such_host",
        GuardRefusal.Credentials => "credentials",
        GuardRefusal.Scheme => "blocked_scheme",
        GuardRefusal.Port => "blocked_port",
        _ => "blocked",
    };
}
