namespace WebQA.Core.Browsing;

/// <summary>What a <see cref="TextPage"/> shows.</summary>
public enum PageKind
{
    /// <summary>A page of the web that was opened; the only kind that can be quoted.</summary>
    Web,

    /// <summary>The results of a search.</summary>
    SearchResults,

    /// <summary>A message in place of a page that could not be read.</summary>
    Error,
}

/// <summary>How much of a page is shown.</summary>
public enum PageView
{
    /// <summary>The main content.</summary>
    Main,

    /// <summary>Every visible word.</summary>
    All,
}
