namespace WebQA.Benchmarks.Pages;

/// <summary>A stored web page, and what is known about it.</summary>
/// <param name="Name">Its file, seen from the folder.</param>
/// <param name="Url">Where it was found; a made-up address where that is not known.</param>
/// <param name="Html">Its markup, decoded.</param>
/// <param name="Marks">What a person has marked; null for an unmarked page.</param>
internal sealed record BenchmarkPage(string Name, Uri Url, string Html, PageMarks? Marks = null);

/// <summary>What a person has marked on a page.</summary>
/// <param name="Must">Pieces of text that belong to the main content.</param>
/// <param name="MustNot">Pieces that do not.</param>
/// <param name="Title">The title; null where it was not marked.</param>
/// <param name="Author">The author or authors.</param>
/// <param name="Date">The day of publication, <c>yyyy-MM-dd</c>.</param>
/// <param name="Site">The site's name.</param>
/// <param name="IsHeldOut">Not looked at while the main content was tuned: the third last bit of the file name's SHA-1 (the last two are the same for all stored pages).</param>
internal sealed record PageMarks(
    IReadOnlyList<string> Must, IReadOnlyList<string> MustNot, string? Title, string? Author, string? Date, string? Site, bool IsHeldOut);
