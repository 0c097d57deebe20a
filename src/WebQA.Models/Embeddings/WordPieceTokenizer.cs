using System.Text.Json;

namespace WebQA.Models.Embeddings;

/// <summary>Text to the token ids of an uncased BERT model, equal to those of the original library.</summary>
/// <remarks>
/// Devlin et al. 2018; the algorithm of <c>BertTokenizer</c>: special tokens are taken out as they stand, the rest is normalised
/// (<see cref="BertText"/>), cut at white space and punctuation, and each word into the longest pieces that the vocabulary holds.
/// Microsoft.ML.Tokenizers 2.0.1 gives other ids for 13 of the 50 reference texts (symbols, emoji, Hangul, joiners), hence this one.
/// </remarks>
public sealed class WordPieceTokenizer
{
    /// <summary>Words of more characters become <c>[UNK]</c>.</summary>
    private const int MaxWordLength = 100;

    private static readonly string[] SpecialTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _continuations = new(StringComparer.Ordinal);
    private readonly int _classify;
    private readonly int _separate;
    private readonly int _unknown;

    private WordPieceTokenizer(IEnumerable<KeyValuePair<string, int>> vocabulary)
    {
        foreach (var (piece, id) in vocabulary)
        {
            if (piece.StartsWith("##", StringComparison.Ordinal) && piece.Length > 2)
            {
                _continuations[piece[2..]] = id;
            }
            else
            {
                _words[piece] = id;
            }
        }
        (_classify, _separate, _unknown, PaddingId) = (_words["[CLS]"], _words["[SEP]"], _words["[UNK]"], _words["[PAD]"]);
    }

    /// <summary>Fills the rows of a batch up to its longest one.</summary>
    public int PaddingId { get; }

    /// <summary>Reads the vocabulary of a <c>tokenizer.json</c>. The truncation and padding that the file asks for are left to the caller.</summary>
    /// <exception cref="JsonException">The file is not the tokenizer of an uncased BERT model.</exception>
    public static WordPieceTokenizer Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        if (!document.RootElement.TryGetProperty("model", out var model) || !model.TryGetProperty("vocab", out var vocabulary)
            || vocabulary.ValueKind != JsonValueKind.Object || SpecialTokens.Any(t => !vocabulary.TryGetProperty(t, out _)))
        {
            throw new JsonException($"'{path}' holds no WordPiece vocabulary with the special tokens {string.Join(" ", SpecialTokens)}.");
        }
        return new WordPieceTokenizer(vocabulary.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetInt32())));
    }

    /// <summary>The ids of a text between <c>[CLS]</c> and <c>[SEP]</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxTokens">Most ids, special tokens included; at least 2.</param>
    /// <param name="readsSpecialTokens">
    /// Whether what looks like a special token becomes one, as in the original library. Never for text of pages: it is words, whatever it holds.
    /// </param>
    public int[] Encode(string text, int maxTokens, bool readsSpecialTokens = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTokens, 2);
        var ids = new List<int>(Math.Min(maxTokens, 2 + text.Length / 4)) { _classify };
        var at = 0;
        while (at < text.Length && ids.Count < maxTokens - 1)
        {
            var (start, token) = readsSpecialTokens ? NextSpecial(text, at) : (text.Length, null);
            AddText(text[at..start], maxTokens - 1, ids);
            if (token is not null && ids.Count < maxTokens - 1)
            {
                ids.Add(_words[token]);
            }
            at = start + (token?.Length ?? 0);
        }
        ids.Add(_separate);
        return [.. ids];
    }

    /// <summary>Whether an id stands for a mark of the format rather than for words; unknown words are words.</summary>
    public bool IsMark(int id) => id == _classify || id == _separate || id == PaddingId || id == _words["[MASK]"];

    private static (int Start, string? Token) NextSpecial(string text, int from)
    {
        for (var at = text.IndexOf('[', from); at >= 0; at = text.IndexOf('[', at + 1))
        {
            foreach (var token in SpecialTokens)
            {
                if (string.CompareOrdinal(text, at, token, 0, token.Length) == 0)
                {
                    return (at, token);
                }
            }
        }
        return (text.Length, null);
    }

    private void AddText(string text, int limit, List<int> ids)
    {
        foreach (var word in BertText.Words(text))
        {
            if (ids.Count >= limit)
            {
                return;
            }
            var before = ids.Count;
            if (!TryAddPieces(word, ids))
            {
                ids.RemoveRange(before, ids.Count - before);
                ids.Add(_unknown);
            }
            if (ids.Count > limit)
            {
                ids.RemoveRange(limit, ids.Count - limit);
            }
        }
    }

    private bool TryAddPieces(string word, List<int> ids)
    {
        if (BertText.CharacterCount(word) > MaxWordLength)
        {
            return false;
        }
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var continuations = _continuations.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < word.Length;)
        {
            var end = word.Length;
            var id = 0;
            while (end > start && !(start == 0 ? words : continuations).TryGetValue(word.AsSpan(start, end - start), out id))
            {
                end--;
            }
            if (end == start)
            {
                return false;
            }
            ids.Add(id);
            start = end;
        }
        return true;
    }
}
