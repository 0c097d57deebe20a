using System.Buffers;
using System.Globalization;
using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.Models.RewardModels;

/// <summary>A text cut into words and sentences for counting: lower case, citation marks dropped.</summary>
internal sealed class AnswerWords
{
    private static readonly SearchValues<char> CitationCharacters = SearchValues.Create("0123456789, ");

    private static readonly HashSet<string> StopWords = new(
        ("a an and are as at be because been but by can could did do does for from had has have he her his how i if in into is it its just like may more most no not of on one or other "
        + "our out over she should so some such than that the their them then there these they this those through to up very was we were what when where which while who why will with would you your").Split(' '),
        StringComparer.Ordinal);

    public AnswerWords(string text)
    {
        Text = WithoutCitations(text);
        Sentences = [.. SentenceSplitter.Split(Text).Select(span => Words(Text.AsSpan(span.Start, span.Length))).Where(static words => words.Length > 0)];
        All = [.. Sentences.SelectMany(static words => words)];
        Content = [.. All.Select(static w => w.Lower).Where(static w => !StopWords.Contains(w))];
    }

    /// <summary>The text without citation marks.</summary>
    public string Text { get; }

    /// <summary>Words a sentence.</summary>
    public IReadOnlyList<Word[]> Sentences { get; }

    /// <summary>All words in order.</summary>
    public IReadOnlyList<Word> All { get; }

    /// <summary>Words that carry meaning of their own, lower case, in order.</summary>
    public IReadOnlyList<string> Content { get; }

    /// <summary>Whether a lower-case word carries no meaning of its own.</summary>
    public static bool IsStopWord(string lower) => StopWords.Contains(lower);

    private static Word[] Words(ReadOnlySpan<char> text)
    {
        var words = new List<Word>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            // An apostrophe within a word belongs to it: don't, labeler's.
            var isInside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (isInside)
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = text[start..i].ToString();
                words.Add(new Word(word.ToLower(CultureInfo.InvariantCulture), char.IsUpper(word[0]) && words.Count > 0, word.Any(char.IsDigit)));
                start = -1;
            }
        }
        return [.. words];
    }

    /// <summary>Drops marks such as [1] and [2, 3].</summary>
    private static string WithoutCitations(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '[' ? text.IndexOf(']', i) : -1;
            if (end > i + 1 && text.AsSpan(i + 1, end - i - 1).IndexOfAnyExcept(CitationCharacters) < 0)
            {
                i = end;
                // The space before a mark goes with it.
                kept.Length -= kept.Length > 0 && kept[^1] == ' ' ? 1 : 0;
                continue;
            }
            kept.Append(text[i]);
        }
        return kept.ToString();
    }
}

/// <summary>A word of an answer.</summary>
/// <param name="Lower">In lower case.</param>
/// <param name="IsName">Whether it begins with a capital and not the sentence.</param>
/// <param name="HasDigit">Whether it holds a digit.</param>
internal readonly record struct Word(string Lower, bool IsName, bool HasDigit);
