using WebQA.Core.Browsing;
using WebQA.Evaluation.Metrics;

namespace WebQA.Evaluation.Baselines;

/// <summary>A way to fill a budget of words without a policy, to compare one with.</summary>
/// <param name="Name">As reports call it.</param>
/// <param name="Quote">The quotes of a question, given the pages of its first results, in their order; a scorer cuts them at its budget.</param>
public sealed record Baseline(string Name, Func<string, IReadOnlyList<TextPage>, IReadOnlyList<QuotedSpan>> Quote)
{
    /// <summary>Pages that the baselines read of a search's results.</summary>
    public const int Pages = 3;

    /// <summary>The three baselines.</summary>
    public static IReadOnlyList<Baseline> All { get; } =
    [
        new("lead of the first result", (_, pages) => [.. pages.Take(1).SelectMany(Paragraphs.Of).Select(p => p.Span)]),
        new("lexical paragraphs of the top 3", LexicalParagraphs.Rank),
        new("random paragraphs of the top 3", RandomParagraphs.Shuffle),
    ];

    /// <summary>The pages of a search's first results.</summary>
    public static async Task<IReadOnlyList<TextPage>> TopPagesAsync(IEnvironment environment, string question, CancellationToken cancellationToken)
    {
        var results = await environment.SearchAsync(string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), cancellationToken);
        var pages = new List<TextPage>();
        foreach (var link in results.Kind == PageKind.SearchResults ? results.Links.Take(Pages) : [])
        {
            var page = await environment.OpenAsync(link.Url, cancellationToken);
            if (page.Kind == PageKind.Web)
            {
                pages.Add(page);
            }
        }
        return pages;
    }
}
