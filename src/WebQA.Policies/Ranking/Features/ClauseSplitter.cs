using System.Collections.Frozen;
using WebQA.Core.Browsing;

namespace WebQA.Policies.Ranking.Features;

/// <summary>Cuts a question into the things it asks: askers pack two to four into one.</summary>
internal static class ClauseSplitter
{
    /// <summary>Shorter pieces do not stand by themselves.</summary>
    private const int MinimumWords = 3;

    private static readonly FrozenSet<string> Openers = new[]
    {
        "why", "how", "what", "who", "whom", "when", "where", "which", "is", "are", "does", "do", "did", "can", "could", "should", "will", "would", "was", "were", "has", "have",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The text with each run of white space made one space.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The clauses that ask; all sentences where none does; never empty.</summary>
    public static IReadOnlyList<string> Split(string question)
    {
        var pieces = SentenceSplitter.Split(question).SelectMany(s => Pieces(question.Substring(s.Start, s.Length))).ToList();
        var asking = pieces.Where(Asks).ToList();
        var clauses = asking.Count > 0 ? asking : pieces;
        return clauses.Count > 0 ? [.. clauses.Distinct(StringComparer.OrdinalIgnoreCase)] : [question];
    }

    /// <summary>A sentence cut before each comma, dash or "and" that a question word follows.</summary>
    private static IEnumerable<string> Pieces(string sentence)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var piece = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            var isJoint = words[i] is "and" or "or" or "but" or "so" or "–" or "—";
            var opensNext = i + 1 < words.Length && IsOpener(words[i + 1]);
            var afterComma = piece.Count > 0 && piece[^1][^1] is ',' or ';' or ':';
            var isCut = (isJoint && opensNext && words.Length - i > MinimumWords) || (afterComma && IsOpener(words[i]) && words.Length - i >= MinimumWords);
            if (isCut && piece.Count >= MinimumWords)
            {
                yield return Clean(piece);
                piece.Clear();
                if (isJoint)
                {
                    continue;
                }
            }
            piece.Add(words[i]);
        }
        if (piece.Count >= MinimumWords)
        {
            yield return Clean(piece);
        }
    }

    private static bool Asks(string piece) =>
        piece.EndsWith('?') || IsOpener(piece.Split(' ')[0]);

    private static bool IsOpener(string word) => Openers.Contains(word.Trim('"', '“', '\'', ',', '?').ToLowerInvariant());

    private static string Clean(List<string> words) => string.Join(' ', words).Trim(' ', ',', ';', ':', '–', '—');
}
