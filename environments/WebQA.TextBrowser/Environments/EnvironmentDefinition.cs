using WebQA.TextBrowser.Environments.Censoring;

namespace WebQA.TextBrowser.Environments;

/// <summary>What an <c>environment.json</c> says. Read by <see cref="EnvironmentDefinitionReader"/>, which refuses what it does not know.</summary>
public sealed record EnvironmentDefinition
{
    /// <summary>The one version of the form that is read.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The name; the same as the folder's.</summary>
    public required string Name { get; init; }

    /// <summary>What people see.</summary>
    public required string Title { get; init; }

    /// <summary>What this web covers, in a sentence or two.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Search engines, asked in this order until one answers.</summary>
    public required IReadOnlyList<EngineEntry> Engines { get; init; }

    /// <summary>Full path of the folder of pages; null where it has none.</summary>
    public string? PagesFolder { get; init; }

    /// <summary>Whether pages that are not in the folder are asked for on the real web, through the guard.</summary>
    public bool IsLive { get; init; }

    /// <summary>Origins that its pages and engines may be read from although they are not on the public web; the port is always named, as in <c>http://localhost:8080</c>.</summary>
    public IReadOnlyList<string> PrivateOrigins { get; init; } = [];

    /// <summary>Whether a page that its site no longer shows (HTTP 403, 404, 410) is looked for in a web archive.</summary>
    public bool UsesArchivedCopies { get; init; }

    /// <summary>Bounds of searching and fetching.</summary>
    public EnvironmentLimits Limits { get; init; } = new();

    /// <summary>Domains that are removed from results and links and cannot be opened; each stands for its whole registrable domain.</summary>
    public IReadOnlyList<string> BlockedDomains { get; init; } = [];

    /// <summary>Which pages are hidden from a question because an answer could be copied from them; where nothing is said, none, and of a live web those that hold the question.</summary>
    public CensorRule Censor { get; init; }

    /// <summary>Whether the pages are trusted to be rendered by a browser without a sandbox.</summary>
    public bool UnsandboxedRendering { get; init; }
}
