using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using WebQA.Core.Browsing;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>What went wrong between this program and a site, as kinds for code and words for a person.</summary>
internal static class HttpFaults
{
    private const string TryAgain = "Try it again later, or go back and try another link.";

    /// <summary>The fault behind an exception; null where it is no fault of the network.</summary>
    /// <param name="e">What was thrown while a page was asked for.</param>
    /// <param name="host">The site.</param>
    /// <param name="limits">The bounds that held.</param>
    public static FetchOutcome.Failed? Of(Exception e, string host, HttpLimits limits) => e switch
    {
        _ when Find<GuardRefusedException>(e) is { } refused => new(Kind(refused.Refusal), refused.Message),
        HostPausedException paused => new("throttled", $"{host} has asked for a pause of which {Words(paused.Left)} are left, so it was not asked. Try another site first."),
        HeadersTimeoutException => new("timeout", $"{host} did not begin to answer within {Words(limits.Headers)}. {TryAgain}"),
        OperationCanceledException { InnerException: TimeoutException } => new("timeout", $"No connection to {host} could be made in time. {TryAgain}"),
        OperationCanceledException => new("timeout", $"{host} did not send the page within {Words(limits.Total)}. {TryAgain}"),
        _ when Find<AuthenticationException>(e) is { } tls => new("tls", $"{host} cannot prove that it is {host}, so nothing is read from it: {Sentence(tls.Message)} Go back and try another link."),
        _ when Find<SocketException>(e) is { } socket => OfSocket(socket, host),
        _ when Find<HttpIOException>(e) is { HttpRequestError: HttpRequestError.InvalidResponse } => OfError(HttpRequestError.InvalidResponse, host),
        BodyException body => new(body.Kind, body.Message),
        HttpRequestException request => OfError(request.HttpRequestError, host),
        HttpIOException io => OfError(io.HttpRequestError, host),
        IOException => OfError(HttpRequestError.ResponseEnded, host),
        _ => null,
    };

    /// <summary>The words of a status that brings no page.</summary>
    public static FetchOutcome.Failed Of(HttpStatusCode status, string host, int tries)
    {
        var said = tries > 1 ? $"HTTP {(int)status}, {tries} times in a row" : $"HTTP {(int)status}";
        return status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new("not_found", $"{host} has no such page ({said}). Go back and try another link."),
            HttpStatusCode.Unauthorized => new("sign_in", $"{host} shows this page only to those who sign in ({said}), which is never done here. Go back and try another link."),
            HttpStatusCode.Forbidden => new("forbidden", $"{host} does not show this page to everybody ({said}). Go back and try another link."),
            HttpStatusCode.TooManyRequests => new("throttled", $"{host} asks for a pause ({said}). Try another site first."),
            >= HttpStatusCode.InternalServerError => new("server_error", $"{host} has a fault of its own ({said}). {TryAgain}"),
            _ => new("no_page", $"{host} answered without a page ({said}). Go back and try another link."),
        };
    }

    /// <summary>The kind of a refusal by the guard.</summary>
    public static string Kind(GuardRefusal refusal) => refusal switch
    {
        GuardRefusal.InvalidUrl => "invalid_url",
        GuardRefusal.TooLong => "url_too_long",
        GuardRefusal.NoSuchHost => "no_such_host",
        GuardRefusal.Credentials => "credentials",
        GuardRefusal.Scheme => "blocked_scheme",
        GuardRefusal.Port => "blocked_port",
        _ => "blocked",
    };

    /// <summary>An exception of a type among an exception and its causes.</summary>
    public static T? Find<T>(Exception? e) where T : Exception => e switch
    {
        null => null,
        T found => found,
        _ => Find<T>(e.InnerException),
    };

    private static FetchOutcome.Failed OfSocket(SocketException fault, string host) => fault.SocketErrorCode switch
    {
        SocketError.TryAgain or SocketError.NoRecovery or SocketError.HostNotFound or SocketError.NoData =>
            new("dns", $"The address of {host} could not be looked up: no name server answered. Check that this machine is on the network, then try it again."),
        SocketError.ConnectionRefused => new("connect", $"{host} takes no connections: nothing answers at that address. Go back and try another link."),
        SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.HostUnreachable or SocketError.HostDown =>
            new("connect", $"{host} cannot be reached from here. Check that this machine is on the network, then try it again."),
        SocketError.ConnectionReset or SocketError.ConnectionAborted => new("connect", $"{host} broke the connection off. {TryAgain}"),
        _ => new("connect", $"{host} could not be reached: {Sentence(fault.Message)} {TryAgain}"),
    };

    private static FetchOutcome.Failed OfError(HttpRequestError error, string host) => error switch
    {
        HttpRequestError.ResponseEnded => new("connect", $"{host} ended the connection before it had answered. {TryAgain}"),
        HttpRequestError.ConfigurationLimitExceeded => new("headers_too_large", $"{host} sends more headers than are read, so its page is not read. Go back and try another link."),
        HttpRequestError.SecureConnectionError => new("tls", $"No secure connection to {host} could be made, so nothing is read from it. Go back and try another link."),
        _ => new("protocol", $"{host} does not answer as HTTP prescribes, so its page is not read. Go back and try another link."),
    };

    private static string Words(TimeSpan time) => time.TotalMinutes >= 2 ? $"{Math.Ceiling(time.TotalMinutes):N0} minutes" : $"{Math.Ceiling(time.TotalSeconds):0} seconds";

    private static string Sentence(string message) => message.TrimEnd() is var text && text.EndsWith('.') ? text : $"{text}.";
}
