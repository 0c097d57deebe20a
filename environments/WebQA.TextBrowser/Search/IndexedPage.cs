using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search;

/// <summary>A page on its way into the index.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Passages">Its text, cut.</param>
internal sealed record IndexedPage(string Url, string Title, IReadOnlyList<Passage> Passages)
{
    public static IndexedPage Of(TextPage page) => new(page.Url, page.Title, PassageCutter.Cut(page.PlainText));
}
