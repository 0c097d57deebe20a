namespace WebQA.TextBrowser.Search;

/// <summary>How far an index is, for people.</summary>
/// <param name="State">What is being done.</param>
/// <param name="Done">Pages read, or passages that have vectors: none where words alone answer.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Message">Why it failed; null otherwise.</param>
public sealed record IndexStatus(IndexState State, int Done, int Total, string? Message = null);
