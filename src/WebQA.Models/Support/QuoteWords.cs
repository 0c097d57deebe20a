using WebQA.Core.Browsing;
using WebQA.Models.RewardModels;

namespace WebQA.Models.Support;

/// <summary>Quotes cut into windows of one sentence or two neighbours, which is where support for a sentence stands.</summary>
internal sealed class QuoteWords
{
    /// <summary>Windows that are looked at; what follows is cut, so that a whole page for a quote does not stall a reader.</summary>
    private const int MostWindows = 400;

    public QuoteWords(IReadOnlyList<string> quotes)
    {
        Windows = [.. quotes.SelectMany(WindowsOf).Take(MostWindows)];
        All = [.. quotes.SelectMany(static q => new AnswerWords(q).All.Select(static w => w.Lower))];
        Known = new HashSet<string>(All, StringComparer.Ordinal);
        Stems = new HashSet<string>(All.Select(Stem), StringComparer.Ordinal);
    }

    /// <summary>The windows in order.</summary>
    public IReadOnlyList<Window> Windows { get; }

    /// <summary>All words in order, lower case.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The words.</summary>
    public IReadOnlySet<string> Known { get; }

    /// <summary>Their stems.</summary>
    public IReadOnlySet<string> Stems { get; }

    /// <summary>The beginning of a word, which inflections share.</summary>
    public static string Stem(string lower) => lower.Length > 5 ? lower[..5] : lower.TrimEnd('s');

    private static IEnumerable<Window> WindowsOf(string quote)
    {
        var spans = SentenceSplitter.Split(quote);
        for (var i = 0; i < spans.Count; i++)
        {
            yield return Window.Of(quote[spans[i].Start..spans[i].End]);
            if (i + 1 < spans.Count)
            {
                yield return Window.Of(quote[spans[i].Start..spans[i + 1].End]);
            }
        }
    }

    /// <summary>A window.</summary>
    /// <param name="Text">Its text.</param>
    /// <param name="Words">Its words, lower case.</param>
    /// <param name="Stems">Their stems.</param>
    internal sealed record Window(string Text, IReadOnlySet<string> Words, IReadOnlySet<string> Stems)
    {
        public static Window Of(string text)
        {
            var words = new AnswerWords(text).All.Select(static w => w.Lower).ToHashSet(StringComparer.Ordinal);
            return new Window(text, words, words.Select(Stem).ToHashSet(StringComparer.Ordinal));
        }
    }
}
