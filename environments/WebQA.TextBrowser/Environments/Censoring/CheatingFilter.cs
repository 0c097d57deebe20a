using System.Text;

namespace WebQA.TextBrowser.Environments.Censoring;

/// <summary>Finds texts that share ten words in a row with a question or a reference answer.</summary>
/// <remarks>
/// WebGPT appendix A. Words are runs without white space, in lower case, of which only letters, digits and their marks are kept; what is
/// then empty is no word. A text of fewer than ten words has nothing to share, so a short question hides no page. Thread-safe.
/// </remarks>
internal sealed class CheatingFilter
{
    /// <summary>Words in a row that are too many.</summary>
    public const int WordsInARow = 10;

    private readonly List<string[]> _texts = [];
    private readonly Dictionary<string, List<(int Text, int Start)>> _starts = new(StringComparer.Ordinal);

    /// <summary>Takes the texts that no page may hold.</summary>
    public CheatingFilter(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            string[] words = [.. Words(text)];
            for (var start = 0; start + WordsInARow <= words.Length; start++)
            {
                if (!_starts.TryGetValue(words[start], out var places))
                {
                    _starts[words[start]] = places = [];
                }
                places.Add((_texts.Count, start));
            }
            _texts.Add(words);
        }
    }

    /// <summary>Whether there is anything that a text could share.</summary>
    public bool IsEmpty => _starts.Count == 0;

    /// <summary>Whether a text shares ten words in a row; words of different lines may follow each other.</summary>
    public bool Matches(string text)
    {
        if (IsEmpty)
        {
            return false;
        }
        string[] words = [.. Words(text)];
        for (var at = 0; at + WordsInARow <= words.Length; at++)
        {
            if (_starts.TryGetValue(words[at], out var places)
                && places.Exists(place => words.AsSpan(at, WordsInARow).SequenceEqual(_texts[place.Text].AsSpan(place.Start, WordsInARow))))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The words of a text as they are compared.</summary>
    internal static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.Normalize().EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }
            else if (Rune.IsLetterOrDigit(rune) || IsMark(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune));
            }
        }
        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>Accents and vowel signs are part of the letter that they stand on.</summary>
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
