using WebQA.Core.Answers;
using WebQA.Core.Browsing;
using WebQA.Core.Episodes;

namespace WebQA.LabelingUi.Episodes;

/// <summary>A stored page beside the episode that quotes it: which quotes stand on it, and whether they do word for word.</summary>
/// <param name="Page">The page.</param>
/// <param name="Episode">The episode; null where none is named.</param>
/// <param name="Quote">The reference that was followed; null for the first on the page.</param>
public sealed record StoredPageView(TextPage Page, EpisodeState? Episode, int? Quote)
{
    /// <summary>The references to this page, in quoting order.</summary>
    public IReadOnlyList<Reference> References { get; } =
        [.. (Episode?.References ?? []).Where(r => r.PageSha256 == Page.PageSha256)];

    /// <summary>The references whose stored words are not those of the page.</summary>
    public IReadOnlyList<Reference> Unverified => [.. References.Where(r => !StandsWordForWord(r))];

    public IReadOnlyList<MarkedLine.Mark> Marks => MarkedLine.MarksOf(Page, References.Where(StandsWordForWord));

    /// <summary>The reference looked at.</summary>
    public Reference? Current => References.FirstOrDefault(r => r.Id == Quote) ?? (References.Count > 0 ? References[0] : null);

    public int Columns => Episode?.Setup.Limits.WrapColumns ?? 80;

    public int LineCount => Page.Wrap(Columns).Lines.Count;

    /// <summary>When the page was read for the episode; a stored page may have been read again since.</summary>
    public DateTimeOffset ReadAt => Current?.FetchedAt ?? Page.FetchedAt;

    /// <summary>The line where the quote looked at begins.</summary>
    public int? TargetLine => Current is { } current ? MarkedLine.LineOf(Page, Columns, current.Start) : null;

    /// <summary>Address of a quote on this page, with <c>{0}</c> for its id.</summary>
    public string? MarkHref => Episode is { } episode ? $"/pages/{Page.PageSha256}?episode={episode.Setup.Id}&quote={{0}}" : null;

    /// <summary>Address of the quote before or after the one looked at, or null.</summary>
    public string? Neighbour(int by)
    {
        var index = Current is { } current ? IndexOf(current) + by : -1;
        return index >= 0 && index < References.Count && Episode is { } episode ? StoredPageLink.To(References[index], episode.Setup.Id) : null;
    }

    /// <summary>Its place among the page's quotes, from 0.</summary>
    public int IndexOf(Reference reference) => References.TakeWhile(r => r.Id != reference.Id).Count();

    private bool StandsWordForWord(Reference reference) =>
        reference.TextSha256 == Page.TextSha256
        && reference.Start >= 0 && reference.Length >= 0 && reference.Start + reference.Length <= Page.PlainText.Length
        && string.CompareOrdinal(Page.PlainText, reference.Start, reference.Extract, 0, Math.Max(reference.Length, reference.Extract.Length)) == 0;
}
