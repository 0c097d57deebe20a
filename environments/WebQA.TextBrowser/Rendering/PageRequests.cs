using Microsoft.Playwright;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Rendering;

/// <summary>Answers what a rendered page asks for: GET of documents, scripts, styles and data, from the environment's fetcher. Everything else fails.</summary>
/// <param name="document">The page itself, fetched already.</param>
/// <param name="fetcher">Gives the rest.</param>
/// <param name="time">Measures quiet.</param>
/// <param name="cancellationToken">Stops the fetching.</param>
internal sealed class PageRequests(PageSnapshot document, IPageFetcher fetcher, TimeProvider time, CancellationToken cancellationToken)
{
    private const int MaxRequests = 150;
    private const int MaxNavigations = 5;
    private const long MaxBytes = 24L << 20;

    private static readonly string[] AnsweredTypes = ["document", "script", "stylesheet", "xhr", "fetch", "other"];

    private readonly Dictionary<string, PageSnapshot> _documents = new(StringComparer.Ordinal) { [document.FinalUrl.AbsoluteUri] = document };
    private readonly Lock _lock = new();
    private int _requests;
    private int _navigations;
    private int _open;
    private long _bytes;
    private long _lastEnd = time.GetTimestamp();

    /// <summary>Whether no request is open and none ended within the time given.</summary>
    public bool IsQuietFor(TimeSpan span)
    {
        lock (_lock)
        {
            return _open == 0 && time.GetElapsedTime(_lastEnd) >= span;
        }
    }

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(IRoute route, IPage page)
    {
        lock (_lock)
        {
            _open++;
        }
        try
        {
            var from = DocumentOf(route.Request);
            if (!IsAllowed(route.Request, page, from) || await FetchAsync(route.Request, from) is not { } answer)
            {
                // A page that is not let to another address stays where it is; any other code would put an error page in its place.
                await route.AbortAsync(route.Request.IsNavigationRequest ? RequestAbortErrorCode.Aborted : RequestAbortErrorCode.BlockedByClient);
                return;
            }
            await route.FulfillAsync(answer);
        }
        catch (PlaywrightException)
        {
            // The page, or the request, ended in the meantime.
        }
        catch (OperationCanceledException)
        {
            // The rendering ends, and the page with it.
        }
        finally
        {
            lock (_lock)
            {
                _open--;
                _lastEnd = time.GetTimestamp();
            }
        }
    }

    private bool IsAllowed(IRequest request, IPage page, Uri? from)
    {
        if (!string.Equals(request.Method, "GET", StringComparison.Ordinal) || !AnsweredTypes.Contains(request.ResourceType, StringComparer.Ordinal))
        {
            return false;
        }
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return false;
        }
        lock (_lock)
        {
            // Frames and popups are not part of the page's text.
            return ++_requests <= MaxRequests
                && _bytes <= MaxBytes
                && (!request.IsNavigationRequest || (IsOfMainFrame(request, page) && ++_navigations <= MaxNavigations))
                && (IsOpening(request) || MayReach(url, from));
        }
    }

    /// <summary>Whether this is the navigation by which the rendering itself opens the page, not one of a script.</summary>
    private bool IsOpening(IRequest request) => request.IsNavigationRequest && _navigations == 1;

    /// <summary>Whether a document may get what is at an address: a private origin gives only to its own pages, as any other could send on what it reads there.</summary>
    private bool MayReach(Uri url, Uri? from) => !fetcher.IsPrivate(url)
        || (from is not null && Uri.Compare(url, from, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0);

    /// <summary>The document that asks; null where that is not known.</summary>
    private static Uri? DocumentOf(IRequest request)
    {
        try
        {
            return Uri.TryCreate(request.Frame.Url, UriKind.Absolute, out var url) ? url : null;
        }
        catch (PlaywrightException)
        {
            return null; // a popup that has no page yet
        }
    }

    private static bool IsOfMainFrame(IRequest request, IPage page)
    {
        try
        {
            return request.Frame == page.MainFrame;
        }
        catch (PlaywrightException)
        {
            return false; // a popup that has no page yet
        }
    }

    private async Task<RouteFulfillOptions?> FetchAsync(IRequest request, Uri? from)
    {
        var url = request.Url.Split('#', 2)[0];
        PageSnapshot? snapshot;
        lock (_lock)
        {
            snapshot = request.IsNavigationRequest ? _documents.GetValueOrDefault(url) : null;
        }
        if (snapshot is null)
        {
            snapshot = await FetchAsync(url);
            if (snapshot is null || !MayReach(snapshot.FinalUrl, from)) // it may have been led on to a private origin
            {
                return null;
            }
        }
        lock (_lock)
        {
            _bytes += snapshot.Bytes.Length;
            if (request.IsNavigationRequest && !string.Equals(snapshot.FinalUrl.AbsoluteUri, url, StringComparison.Ordinal))
            {
                // A redirect that was followed outside is repeated for the browser, so that the page's address is right.
                _documents[snapshot.FinalUrl.AbsoluteUri] = snapshot;
                return Answer("text/html", System.Text.Encoding.UTF8.GetBytes(
                    $"<meta http-equiv=\"refresh\" content=\"0;url={System.Net.WebUtility.HtmlEncode(snapshot.FinalUrl.AbsoluteUri)}\">"));
            }
        }
        var answer = Answer(snapshot.ContentType, snapshot.Bytes.ToArray());
        return fetcher.IsPrivate(new Uri(url)) || fetcher.IsPrivate(snapshot.FinalUrl) ? answer : OpenToAll(answer, request.Headers.GetValueOrDefault("origin"));
    }

    private async Task<PageSnapshot?> FetchAsync(string url)
    {
        try
        {
            return await fetcher.FetchAsync(new Uri(url), cancellationToken) is FetchOutcome.Fetched fetched ? fetched.Snapshot : null;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // Whatever went wrong, the browser waits for an answer, and the page is to be read without this part of it.
        }
    }

    private static RouteFulfillOptions Answer(string contentType, byte[] body) =>
        new() { Status = 200, BodyBytes = body, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["content-type"] = contentType } };

    /// <summary>Lets pages of all sites read it. No page has a cookie or a login here, so the public web shows nobody anything that others must not read, also where a script asks with credentials.</summary>
    private static RouteFulfillOptions OpenToAll(RouteFulfillOptions answer, string? origin)
    {
        var headers = new Dictionary<string, string>(answer.Headers!, StringComparer.Ordinal) { ["access-control-allow-origin"] = origin ?? "*" };
        if (origin is not null)
        {
            headers["access-control-allow-credentials"] = "true";
        }
        answer.Headers = headers;
        return answer;
    }
}
