namespace WebQA.Core.Browsing;

/// <summary>One action in the text browser, as parsed from a command by <see cref="CommandGrammar"/>.</summary>
/// <remarks>WebGPT table 1.</remarks>
public abstract record BrowserAction
{
    private BrowserAction()
    {
    }

    /// <summary>Sends a query to the search engine and shows the results.</summary>
    public sealed record Search(string Query) : BrowserAction;

    /// <summary>Follows the link with that id on the current page.</summary>
    public sealed record Click(int LinkId) : BrowserAction;

    /// <summary>Scrolls to the next occurrence of a text.</summary>
    public sealed record Find(string Text) : BrowserAction;

    /// <summary>Adds a text of the current page as a reference.</summary>
    public sealed record Quote(string Text) : BrowserAction;

    /// <summary>Scrolls down that many windows, 1 to 3.</summary>
    public sealed record ScrollDown(int Windows) : BrowserAction;

    /// <summary>Scrolls up that many windows, 1 to 3.</summary>
    public sealed record ScrollUp(int Windows) : BrowserAction;

    /// <summary>Scrolls to the top of the page.</summary>
    public sealed record Top : BrowserAction;

    /// <summary>Goes to the previous page, where it was left.</summary>
    public sealed record Back : BrowserAction;

    /// <summary>Ends browsing.</summary>
    public sealed record End(EndKind Kind) : BrowserAction;
}

/// <summary>How a policy ends browsing.</summary>
public enum EndKind
{
    /// <summary>Go on to answering.</summary>
    Answer,

    /// <summary>The question makes no sense; no answer.</summary>
    Nonsense,

    /// <summary>The question should not be answered with a settled tone; no answer.</summary>
    Controversial,
}
