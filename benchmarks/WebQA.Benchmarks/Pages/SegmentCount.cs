namespace WebQA.Benchmarks.Pages;

/// <summary>How many marked pieces of text are and are not in a tool's main content, as trafilatura's own evaluation counts.</summary>
/// <param name="Kept">Wanted and there.</param>
/// <param name="Lost">Wanted and not there.</param>
/// <param name="Let">Unwanted and there.</param>
internal readonly record struct SegmentCount(int Kept, int Lost, int Let)
{
    /// <summary>Counts the pieces of a page; runs of white space count as one space.</summary>
    public static SegmentCount Of(PageMarks marks, string text)
    {
        var folded = Fold(text);
        var kept = marks.Must.Count(p => folded.Contains(Fold(p), StringComparison.Ordinal));
        return new SegmentCount(kept, marks.Must.Count - kept, marks.MustNot.Count(p => folded.Contains(Fold(p), StringComparison.Ordinal)));
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
