using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>An HTML page as text in both views.</summary>
/// <param name="Title">One line.</param>
/// <param name="Language">BCP 47, as the page says; null where it does not.</param>
/// <param name="Main">The main content.</param>
/// <param name="All">Every visible word.</param>
/// <param name="HiddenWords">Words that a reader could not see and that are in neither view.</param>
/// <param name="Scripts">Scripts of the page.</param>
public sealed record HtmlPage(string Title, string? Language, HtmlView Main, HtmlView All, int HiddenWords, int Scripts)
{
    /// <summary>Site, authors and dates; null where the page says none.</summary>
    public PageMetadata? Metadata { get; init; }

    /// <summary>Main content below this share of all words is taken for a wrong guess.</summary>
    public const double MinMainShare = 0.25;

    /// <summary>Main content with fewer characters is taken for a wrong guess.</summary>
    public const int MinMainCharacters = 500;

    /// <summary>The view that the observation shows: main, or all where main has too little.</summary>
    public PageView DefaultView =>
        Main.PlainText.Length < MinMainCharacters || WordCount.Of(Main.PlainText) < MinMainShare * WordCount.Of(All.PlainText)
            ? PageView.All
            : PageView.Main;

    /// <summary>One of the views.</summary>
    public HtmlView View(PageView view) => view == PageView.Main ? Main : All;
}

/// <summary>One view of a page.</summary>
/// <param name="Text">Marked text.</param>
/// <param name="Links">Its links, by id.</param>
/// <param name="IsCut">Whether the text limit was reached.</param>
public sealed record HtmlView(string Text, IReadOnlyList<PageLink> Links, bool IsCut)
{
    private string? _plainText;

    /// <summary>The text with links reduced to their words.</summary>
    public string PlainText => _plainText ??= MarkedText.Parse(Text).PlainText;
}
