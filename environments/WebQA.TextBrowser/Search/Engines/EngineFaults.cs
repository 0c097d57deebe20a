using System.Net;
using WebQA.TextBrowser.Fetching.Guard;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>Words for what goes wrong with an engine whatever its kind.</summary>
internal sealed class EngineFaults(EngineProtocol protocol, EnginePlace place)
{
    private const string CheckAddress = "Check that it runs and that its address in the environment or in the settings is right.";

    /// <summary>Longest word of an engine itself in a message, in characters.</summary>
    private const int MaxComplaint = 200;

    private string Where => $"{protocol.Title} at {place.Endpoint.Authority}";

    public EngineFaultException TimedOut(TimeSpan limit) => new(
        EngineFault.TimedOut, $"{Where} did not answer within {limit.TotalSeconds:0.#} seconds.", "Search again; if it stays so, check that it is not overloaded.");

    public EngineFaultException Unreachable(Exception e) => new(EngineFault.Unreachable, $"{Where} cannot be reached: {Reason(e)}", CheckAddress, innerException: e);

    public EngineFaultException OfGuard(GuardRefusedException refusal) => refusal.Refusal switch
    {
        GuardRefusal.NoSuchHost => new(EngineFault.Unreachable, $"{Where} cannot be reached: there is no host of that name.", CheckAddress, innerException: refusal),
        GuardRefusal.Private or GuardRefusal.Port => new(
            EngineFault.NotAllowed, $"{Where} is not at a usual place of the public web, so it is not asked.",
            $"If that is right, add \"{place.Endpoint.Scheme}://{place.Endpoint.Host}:{place.Endpoint.Port}\" to 'privateOrigins' of the environment, "
            + $"or set {EnvironmentVariableEngineSettings.NameOf(protocol.Name, "ENDPOINT")}.",
            innerException: refusal),
        _ => new(EngineFault.NotAllowed, $"{Where} is not asked: {refusal.Message}", CheckAddress, innerException: refusal),
    };

    public EngineFaultException TooLarge(int limit, Exception e) => new(
        EngineFault.NotAnAnswer, $"{Where} sent more than {limit / (1024 * 1024)} MiB.", CheckAddress, innerException: e);

    /// <summary>An answer with success that is not what was asked for.</summary>
    public EngineFaultException NotAnAnswer(EngineReply reply, Exception? e = null) => reply.IsHtml
        ? new(EngineFault.NotAnAnswer, $"{Where} answered with a page for people instead of data.",
            "The address is another site's, or a sign-in stands before it. Enter the address of the search itself.", innerException: e)
        : new(EngineFault.NotAnAnswer, $"{Where} answered with broken data.", "Search again; if it stays so, check its version and what stands between (a proxy may cut answers).", innerException: e);

    /// <summary>What a status means where the engine means nothing special by it.</summary>
    public EngineFaultException OfStatus(EngineReply reply)
    {
        var fault = OfStatusAlone(reply);
        var complaint = ResultText.OneLine(EngineJson.Complaint(reply));
        return complaint.Length == 0 ? fault : WithoutKey(new EngineFaultException(
            fault.Fault, $"{fault.What} It says: \"{(complaint.Length <= MaxComplaint ? complaint : complaint[..MaxComplaint] + "…")}\".", fault.Remedy, fault.RetryAfter))!;
    }

    private EngineFaultException OfStatusAlone(EngineReply reply)
    {
        var status = (int)reply.Status;
        return reply.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when place.Key is not null =>
                new(EngineFault.Refused, $"{Where} does not take the key (HTTP {status}).", "Copy the key from your account again, and check that its plan includes searching."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                new(EngineFault.Refused, $"{Where} does not serve everybody (HTTP {status}).", "Enter a key in the settings, or let this machine in there."),
            HttpStatusCode.PaymentRequired =>
                new(EngineFault.QuotaUsedUp, $"{Where} asks for payment (HTTP 402): what the plan includes is used up.", "Raise the plan's limit in your account, or put another engine first."),
            HttpStatusCode.TooManyRequests =>
                new(EngineFault.Throttled, $"{Where} asks for a pause (HTTP 429{Pause(reply.RetryAfter)}).", "Lower 'requestsPerMinute' of the engine in the environment, or put another engine beside it.", reply.RetryAfter),
            HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone =>
                new(EngineFault.NotAnAnswer, $"There is no search at {place.Endpoint.GetLeftPart(UriPartial.Path)} (HTTP {status}).", CheckAddress),
            >= HttpStatusCode.InternalServerError =>
                new(EngineFault.ServerError, $"{Where} has a fault of its own (HTTP {status}).", "Search again later, or put another engine beside it.", reply.RetryAfter),
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest =>
                new(EngineFault.NotAnAnswer, $"{Where} sends on to another address (HTTP {status}), which is not followed.", "Enter the final address: often https instead of http, or the path at which it is served."),
            _ => new(EngineFault.BadRequest, $"{Where} does not understand the request (HTTP {status}).", "Check its version and its address."),
        };
    }

    /// <summary>The same fault; where an engine repeats the key in its words, the key is taken out of them.</summary>
    public EngineFaultException? WithoutKey(EngineFaultException? fault) => fault is not null && place.Key is { } key && fault.Message.Contains(key, StringComparison.Ordinal)
        ? new(fault.Fault, fault.What.Replace(key, "(the key)", StringComparison.Ordinal), fault.Remedy.Replace(key, "(the key)", StringComparison.Ordinal), fault.RetryAfter)
        : fault;

    private static string Pause(TimeSpan? pause) => pause is { } time ? $", for {Math.Ceiling(time.TotalSeconds):0} seconds" : string.Empty;

    private static string Reason(Exception e) => e.GetBaseException().Message.TrimEnd('.') + ".";
}
