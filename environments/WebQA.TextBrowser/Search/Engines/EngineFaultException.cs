using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search.Engines;

/// <summary>A search engine did not answer as it should; the message is the fault and its remedy, and never holds a key.</summary>
/// <param name="fault">Of which kind.</param>
/// <param name="what">What happened: a sentence.</param>
/// <param name="remedy">What the operator can do: a sentence or two.</param>
/// <param name="retryAfter">How long the engine asks to be left alone; null where it did not say.</param>
/// <param name="innerException">What it came from.</param>
public sealed class EngineFaultException(EngineFault fault, string what, string remedy, TimeSpan? retryAfter = null, Exception? innerException = null)
    : SearchFailedException($"{what} {remedy}", innerException)
{
    /// <summary>Of which kind it is.</summary>
    public EngineFault Fault => fault;

    /// <summary>What happened.</summary>
    public string What => what;

    /// <summary>What the operator can do.</summary>
    public string Remedy => remedy;

    /// <summary>How long the engine asks to be left alone.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether the same request may succeed a moment later.</summary>
    public bool IsTransient => fault is EngineFault.Unreachable or EngineFault.TimedOut or EngineFault.Throttled or EngineFault.ServerError;
}

/// <summary>What can be wrong with an engine.</summary>
public enum EngineFault
{
    /// <summary>A key, an address or another setting is missing or cannot be.</summary>
    NotConfigured,

    /// <summary>The guard does not let its address be asked.</summary>
    NotAllowed,

    /// <summary>Nobody answers at its address.</summary>
    Unreachable,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>It does not take the key, or does not serve everybody.</summary>
    Refused,

    /// <summary>What was paid for, or given, is used up.</summary>
    QuotaUsedUp,

    /// <summary>Too many requests in a short time.</summary>
    Throttled,

    /// <summary>It does not understand the request.</summary>
    BadRequest,

    /// <summary>A fault of its own.</summary>
    ServerError,

    /// <summary>It answered, but not with results: another page, or broken data.</summary>
    NotAnAnswer,
}
