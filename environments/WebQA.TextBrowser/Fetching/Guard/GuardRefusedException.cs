namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>An address that the guard lets nobody ask for; the message says why, for a person.</summary>
/// <param name="refusal">Which rule it breaks.</param>
/// <param name="message">What was wrong, and what can be done.</param>
public sealed class GuardRefusedException(GuardRefusal refusal, string message) : Exception(message)
{
    /// <summary>Which rule it breaks.</summary>
    public GuardRefusal Refusal => refusal;
}

/// <summary>The rules of the guard.</summary>
public enum GuardRefusal
{
    /// <summary>It is no URL with a host.</summary>
    InvalidUrl,

    /// <summary>Longer than 8 KiB.</summary>
    TooLong,

    /// <summary>Neither http nor https.</summary>
    Scheme,

    /// <summary>A name or password stands in it.</summary>
    Credentials,

    /// <summary>A port that pages are not read from.</summary>
    Port,

    /// <summary>It leads to this machine, its network, or another place that is not the public web.</summary>
    Private,

    /// <summary>The host's name has no address.</summary>
    NoSuchHost,
}
