using System.Net;
using System.Net.Sockets;

namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Asks for one hop: keeps the pauses that hosts ask for, and tries again what may pass by itself, within the time of the page. Thread-safe.</summary>
/// <param name="transport">Sends requests.</param>
/// <param name="limits">Bounds of tries and waits.</param>
/// <param name="clock">Measures the waits.</param>
/// <param name="chance">From 0 to 1; spreads second tries, so that many readers do not ask at the same moment.</param>
internal sealed class PatientTransport(HttpMessageInvoker transport, HttpLimits limits, TimeProvider clock, Func<double> chance)
{
    private const string Agent = "Mozilla/5.0 (compatible; WebQA/1.0; text browser)";

    /// <summary>What a host that only says "too many requests" is given.</summary>
    private static readonly TimeSpan UnsaidPause = TimeSpan.FromSeconds(30);

    private readonly HostPauses _pauses = new(clock);

    /// <summary>An answer, whatever its status.</summary>
    /// <param name="Response">Headers read, body not.</param>
    /// <param name="Tries">How often the host was asked.</param>
    public sealed record Answer(HttpResponseMessage Response, int Tries);

    /// <summary>Asks, and asks again where that may help.</summary>
    /// <exception cref="HostPausedException">The host asked for a pause, and it is too long.</exception>
    /// <exception cref="HeadersTimeoutException">The host did not begin to answer.</exception>
    /// <exception cref="HttpRequestException">The last try failed.</exception>
    public async Task<Answer> SendAsync(Uri url, Deadline deadline, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await KeepPauseAsync(url, deadline, cancellationToken);
            TimeSpan wait;
            try
            {
                var response = await AskAsync(url, cancellationToken);
                wait = WaitAfter(url, response, tries, deadline);
                if (wait < TimeSpan.Zero)
                {
                    return new Answer(response, tries);
                }
                response.Dispose();
            }
            catch (HttpRequestException e) when (tries <= limits.Retries && MayPass(e) && Backoff(tries) < deadline.Left)
            {
                wait = Backoff(tries);
            }
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task KeepPauseAsync(Uri url, Deadline deadline, CancellationToken cancellationToken)
    {
        var left = _pauses.Left(url);
        if (left > limits.LongestPause || left > deadline.Left)
        {
            throw new HostPausedException(left);
        }
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        using var headers = new CancellationTokenSource(limits.Headers, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, headers.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        try
        {
            return await transport.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (headers.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HeadersTimeoutException(e);
        }
    }

    /// <summary>How long to wait before the next try; negative where the answer is to be taken as it is.</summary>
    private TimeSpan WaitAfter(Uri url, HttpResponseMessage response, int tries, Deadline deadline)
    {
        var asked = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable ? RetryAfter.Of(response, clock) : null;
        if (asked is null && response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            _pauses.Set(url, UnsaidPause);
            return Timeout.InfiniteTimeSpan;
        }
        if (asked is { } pause)
        {
            _pauses.Set(url, pause);
        }
        var isTransient = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        var wait = Backoff(tries) + (asked ?? TimeSpan.Zero);
        return isTransient && tries <= limits.Retries && !(asked > limits.LongestPause) && wait < deadline.Left ? wait : Timeout.InfiniteTimeSpan;
    }

    private TimeSpan Backoff(int tries) => limits.RetryDelay * (1 << (tries - 1)) * (0.5 + chance());

    /// <summary>A connection that broke off, a name server or a network that did not answer. A refused connection is an answer.</summary>
    private static bool MayPass(HttpRequestException fault) => fault.HttpRequestError == HttpRequestError.ResponseEnded
        || HttpFaults.Find<SocketException>(fault) is
        {
            SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.TimedOut or SocketError.TryAgain
        };
}

/// <summary>A host took the request and did not begin to answer in time.</summary>
internal sealed class HeadersTimeoutException(Exception inner) : Exception(null, inner);
