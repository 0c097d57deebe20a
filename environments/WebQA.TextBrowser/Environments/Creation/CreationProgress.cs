namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>How far the making of an environment is.</summary>
/// <param name="Pages">Pages taken, by earlier runs too.</param>
/// <param name="Skipped">Items left out.</param>
/// <param name="Bytes">Of all pages.</param>
/// <param name="Total">Items in all; null while that is not known.</param>
public sealed record CreationProgress(int Pages, int Skipped, long Bytes, int? Total);

/// <summary>What came of making an environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="From">The source's identity.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Bytes">Of all pages.</param>
/// <param name="Skipped">Items left out, by reason.</param>
/// <param name="Superseded">Older copies of a page that came more than once.</param>
/// <param name="IsCut">Whether the source holds more than was allowed.</param>
/// <param name="Resumed">Pages that an earlier run had taken.</param>
public sealed record CreationReport(
    string Name, string Folder, string From, int Pages, long Bytes, IReadOnlyDictionary<string, int> Skipped, int Superseded, bool IsCut, int Resumed)
{
    /// <summary>The first faults that a person should know of, a sentence each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
