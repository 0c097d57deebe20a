namespace WebQA.Core.Browsing;

/// <summary>What a page says about itself beside its text. These are the page's own claims; nobody has checked them, and observations do not show them.</summary>
public sealed record PageMetadata
{
    /// <summary>The site's name; null where the page does not say.</summary>
    public string? Site { get; init; }

    /// <summary>Who wrote it, in the page's order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The day of publication, as the page says it, in whatever time zone it means.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The day of the last change.</summary>
    public DateOnly? Modified { get; init; }
}
