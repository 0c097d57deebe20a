using System.Text.Json;
using System.Text.RegularExpressions;

namespace WebQA.OfflineWebs;

/// <summary>An article of an encyclopaedia as plain text.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Paragraphs">Its text, a few sentences each; the corpus has no breaks of its own.</param>
internal sealed partial record Article(string Title, IReadOnlyList<string> Paragraphs)
{
    private const int SentencesOfParagraph = 4;

    /// <summary>The articles of a corpus of <c>[{"title", "content"}]</c>, each title once.</summary>
    public static IReadOnlyList<Article> Read(string corpus)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(corpus));
        return
        [
            .. json.RootElement.EnumerateArray()
                .Select(a => new Article(a.GetProperty("title").GetString()!, [.. Cut(a.GetProperty("content").GetString()!)]))
                .Where(a => a.Paragraphs.Count > 0)
                .DistinctBy(a => a.Title, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Cut(string content) =>
        SentenceEnd().Split(Spaces().Replace(content, " ").Trim()).Where(s => s.Length > 0).Chunk(SentencesOfParagraph).Select(s => string.Join(' ', s));

    [GeneratedRegex(" {2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=\.) (?=[A-Z])")]
    private static partial Regex SentenceEnd();
}
