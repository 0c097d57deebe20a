using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;
using WebQA.TextBrowser.Fetching.Http;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>A search engine that is asked over HTTP: one guarded request a search, within a time and a size, and every fault with its remedy. Thread-safe.</summary>
/// <param name="protocol">How it is asked and how it answers.</param>
/// <param name="options">What the environment says about it.</param>
/// <param name="settings">What the operator says about it; read at each search.</param>
/// <param name="clients">Send the requests.</param>
/// <param name="clock">Measures the deadline.</param>
public sealed class HttpSearchEngine(EngineProtocol protocol, EngineOptions options, IEngineSettings settings, EngineClients clients, TimeProvider clock) : ISearchEngine
{
    private const string Agent = "WebQA/1.0";

    /// <inheritdoc/>
    public string Name => protocol.Name;

    /// <summary>How it is asked.</summary>
    public EngineProtocol Protocol => protocol;

    /// <inheritdoc/>
    /// <exception cref="EngineFaultException">It did not answer as it should; the message says what to do.</exception>
    public async Task<IReadOnlyList<SearchResult>> SearchAsync(string query, int count, CancellationToken cancellationToken = default)
    {
        var place = EnginePlace.Find(protocol, options, settings);
        var (text, sites) = EngineQuery.Fit(query, protocol.Capabilities);
        if (text.Length == 0)
        {
            return [];
        }
        var request = new EngineRequest(text, Math.Clamp(count, 1, protocol.Capabilities.MaxResults), place.Endpoint)
        {
            Language = options.Language, Sites = sites, Key = place.Key,
        };
        var faults = new EngineFaults(protocol, place);
        var reply = await AskAsync(request, place, faults, cancellationToken);
        if ((int)reply.Status is < 200 or > 299)
        {
            throw faults.WithoutKey(protocol.Explain(reply, request)) ?? faults.OfStatus(reply);
        }
        try
        {
            return Distinct(protocol.ReadResults(reply, request)).Take(count).ToArray();
        }
        catch (Exception e) when (e is JsonException or System.Xml.XmlException)
        {
            throw faults.NotAnAnswer(reply, e);
        }
        catch (EngineFaultException e)
        {
            throw faults.WithoutKey(e)!;
        }
    }

    private async Task<EngineReply> AskAsync(EngineRequest request, EnginePlace place, EngineFaults faults, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Total, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var message = protocol.CreateRequest(request);
        message.Headers.TryAddWithoutValidation("User-Agent", place.Contact is { } contact ? $"{Agent} ({contact})" : Agent);
        message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        try
        {
            using var response = await clients.For(place.PrivateOrigins).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BoundedBody.ReadWholeAsync(response.Content, options.Bytes, either.Token);
            var type = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : string.Empty;
            return new EngineReply(response.StatusCode, type, body) { RetryAfter = RetryAfter.Of(response, clock) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw faults.TimedOut(options.Total);
        }
        catch (Exception e) when (HttpFaults.Find<GuardRefusedException>(e) is { } refusal)
        {
            throw faults.OfGuard(refusal);
        }
        catch (BodyException e) when (e.Kind == BodyException.TooLarge)
        {
            throw faults.TooLarge(options.Bytes, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or BodyException)
        {
            throw faults.Unreachable(e);
        }
    }

    /// <summary>Each page once, its best place; what has no web address is no result.</summary>
    private static IEnumerable<SearchResult> Distinct(IEnumerable<SearchResult> results) => results
        .Where(static r => Uri.TryCreate(r.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        .DistinctBy(static r => new Uri(r.Url).GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), StringComparer.Ordinal);
}
