using WebQA.Core.Episodes;

namespace WebQA.TextBrowser.Checks.Injection;

/// <summary>Where text of pages goes beyond the text browser, so that the check can look there too.</summary>
/// <param name="CountMarks">Marks of a model's format among the token ids of a text, those that the tokenizer itself adds aside.</param>
/// <param name="Export">An episode as it leaves the product: an answer document, JSON.</param>
public sealed record ProductDoors(Func<string, int> CountMarks, Func<EpisodeState, string> Export);
