using System.Net;
using System.Security.Cryptography;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Pages.Decoding;

namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Gets pages over HTTP, each hop checked by the guard. What goes wrong is an outcome with words for a person. Thread-safe.</summary>
/// <param name="rules">Checks each address before it is asked for.</param>
/// <param name="transport">Sends requests; <see cref="GuardedConnections.CreateHandler"/> makes the real one.</param>
/// <param name="limits">Bounds of time, size and redirects.</param>
/// <param name="clock">Measures and stamps.</param>
/// <param name="chance">From 0 to 1, spreads second tries; null for any.</param>
public sealed class HttpPageFetcher(UrlRules rules, HttpMessageInvoker transport, HttpLimits limits, TimeProvider clock, Func<double>? chance = null) : IPageFetcher, IDisposable
{
    private readonly PatientTransport _patient = new(transport, limits, clock, chance ?? (static () => RandomNumberGenerator.GetInt32(1_000) / 1_000.0));

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
        Enum.GetValues<GuardRefusal>().Any(refusal => refusal != GuardRefusal.NoSuchHost && HttpFaults.Kind(refusal) == failed.Kind);

    /// <inheritdoc/>
    public async Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken = default)
    {
        using var total = new CancellationTokenSource(limits.Total, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        var host = url.Host;
        try
        {
            return await FollowAsync(url, new Deadline(clock, limits.Total), next => host = next.Host, either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && HttpFaults.Of(e, host, limits) is not null)
        {
            return HttpFaults.Of(e, host, limits)!;
        }
    }

    /// <inheritdoc/>
    public bool IsPrivate(Uri url) => rules.IsPrivate(url.OriginalString);

    private async Task<FetchOutcome> FollowAsync(Uri requested, Deadline deadline, Action<Uri> onHop, CancellationToken cancellationToken)
    {
        var url = rules.Check(requested.OriginalString);
        for (var hops = 0; hops <= limits.Redirects; hops++)
        {
            onHop(url);
            var answer = await _patient.SendAsync(url, deadline, cancellationToken);
            using var response = answer.Response;
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                return response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent || !response.IsSuccessStatusCode
                    ? HttpFaults.Of(response.StatusCode, url.Host, answer.Tries)
                    : await ReadAsync(requested, url, response, cancellationToken);
            }
            if (RedirectTarget.Of(url, response) is not { } target)
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

    private async Task<FetchOutcome> ReadAsync(Uri requested, Uri url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var said = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : string.Empty;
        var type = ContentTypeHeader.Parse(said);
        if (IsMedia(type.Essence))
        {
            return new FetchOutcome.Failed("unsupported_type", $"This is not a page of text but a file of type {type.Essence}, so it is not read. Only web pages, text and PDF files can be read.");
        }
        var body = await BoundedBody.ReadAsync(response.Content, limits.Bytes, cancellationToken);
        // Half a page is a page; half a PDF is none.
        return body.Note is not null && ContentSniffer.Sniff(type, body.Bytes) == ContentForm.Pdf
            ? new FetchOutcome.Failed(
                body.Bytes.Length == limits.Bytes ? "too_large" : "connect",
                body.Bytes.Length == limits.Bytes ? $"The PDF file is larger than {limits.Bytes / (1024 * 1024)} MiB, so it is not read." : $"{url.Host} stopped before it had sent all of the PDF file. Try it again later, or go back and try another link.")
            : new FetchOutcome.Fetched(new PageSnapshot(requested, url, said, body.Bytes, clock.GetUtcNow()) { Note = body.Note });
    }

    /// <summary>What has no text and is often large; SVG is text.</summary>
    private static bool IsMedia(string essence) => essence != "image/svg+xml"
        && Array.Exists(MediaTypes, media => essence.StartsWith(media, StringComparison.Ordinal));

    private static readonly string[] MediaTypes = ["image/", "audio/", "video/", "font/"];
}
