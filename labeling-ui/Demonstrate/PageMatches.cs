using WebQA.Core.Browsing;

namespace WebQA.LabelingUi.Demonstrate;

/// <summary>Where a text stands on a page, for "3 of 7".</summary>
/// <param name="Current">The match at or before the first line shown, from 1; 0 for none.</param>
/// <param name="Count">Matches on the page, at most <see cref="Most"/>.</param>
public readonly record struct PageMatches(int Current, int Count)
{
    /// <summary>Matches are not counted beyond this.</summary>
    public const int Most = 500;

    /// <summary>Counts as the find command matches.</summary>
    public static PageMatches Of(TextPage page, string text, int firstLine, int columns)
    {
        var wanted = NormalizedText.Of(text);
        var (current, count, from) = (0, 0, 0);
        while (wanted.Text.Length > 0 && count < Most && page.Normalized.Find(wanted, from) is { } found)
        {
            count++;
            current += Episodes.MarkedLine.LineOf(page, columns, found.Start) <= firstLine ? 1 : 0;
            from = Math.Max(found.End, found.Start + 1);
        }
        return new PageMatches(current, count);
    }
}
