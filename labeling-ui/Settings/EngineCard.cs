using WebQA.TextBrowser.Search.Engines;

namespace WebQA.LabelingUi.Settings;

/// <summary>What the operator sees of a kind of search engine. Its key is said to be there or not; it is never part of this.</summary>
public sealed record EngineCard
{
    /// <summary>How it is asked and what it needs.</summary>
    public required EngineProtocol Protocol { get; init; }

    /// <summary>The name in environments, for example <c>brave</c>.</summary>
    public string Engine => Protocol.Name;

    /// <summary>Where it is asked; null where nothing says where.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Whom it may write to; null for nobody.</summary>
    public string? Contact { get; init; }

    /// <summary>Where its key comes from.</summary>
    public required KeySource Key { get; init; }

    /// <summary>The address as it was entered here; empty where it was not.</summary>
    public string EnteredEndpoint { get; init; } = string.Empty;

    /// <summary>The contact as it was entered here; empty where it was not.</summary>
    public string EnteredContact { get; init; } = string.Empty;

    /// <summary>When something was last entered here.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Who entered it; null without sign-in.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>Environments that list it.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];

    /// <summary>Requests that it had in this month (UTC), from the app and the command line.</summary>
    public long RequestsThisMonth { get; init; }

    /// <summary>What is wrong with a variable of the process that sets it; null where nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether nothing that it needs is missing.</summary>
    public bool IsSetUp => Fault is null && Endpoint is not null && Key is not KeySource.Unreadable && (Key is not KeySource.None || !Protocol.Capabilities.NeedsKey);

    /// <summary>Requests a minute that it allows as it is set up.</summary>
    public int RequestsPerMinute => Contact is null ? Protocol.Capabilities.RequestsPerMinuteWithoutContact ?? Protocol.Capabilities.RequestsPerMinute : Protocol.Capabilities.RequestsPerMinute;

    /// <summary>Whether a contact would let it be asked more often.</summary>
    public bool WantsContact => Contact is null && Protocol.Capabilities.RequestsPerMinuteWithoutContact is not null;
}

/// <summary>Where the key of an engine comes from.</summary>
public enum KeySource
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It was entered and is kept encrypted.</summary>
    Kept,

    /// <summary>It was entered, but what it was encrypted with is gone.</summary>
    Unreadable,

    /// <summary>A variable of the process.</summary>
    Variable,
}
