namespace WebQA.Evaluation.Metrics;

/// <summary>What was quoted of a page; the order of a list of spans is the order of quoting.</summary>
/// <param name="Url">What was asked for.</param>
/// <param name="FinalUrl">Where it was found.</param>
/// <param name="Start">Offset in the page's plain text.</param>
/// <param name="Extract">The quoted text.</param>
public sealed record QuotedSpan(string Url, string FinalUrl, int Start, string Extract);
