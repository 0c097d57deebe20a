using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Search;

/// <summary>Cuts a page's plain text into passages of about 100 words; each heading begins a new one, and no sentence is cut.</summary>
public static class PassageCutter
{
    /// <summary>Words at which a passage is full.</summary>
    public const int TargetWords = 100;

    /// <summary>Words that no passage exceeds, unless one sentence alone does.</summary>
    public const int MaxWords = 150;

    /// <summary>The passages in page order; a page without text has none.</summary>
    /// <param name="plainText">As pages show it: headings begin with <c># </c>, list items with <c>* </c>, cells are separated by <c> | </c>.</param>
    public static IReadOnlyList<Passage> Cut(string plainText)
    {
        var passages = new List<Passage>();
        var heading = string.Empty;
        var text = new StringBuilder();
        var words = 0;
        foreach (var rawLine in plainText.Split('\n'))
        {
            var line = rawLine.Trim();
            if (IsHeading(line))
            {
                Close();
                heading = line.TrimStart('#').Trim();
                continue;
            }
            AddLine(PassageText.WithoutMarks(line));
        }
        Close();
        return passages;

        void AddLine(string line)
        {
            foreach (var sentence in SentenceSplitter.Split(line))
            {
                var count = WordCount.Of(line.AsSpan(sentence.Start, sentence.Length));
                if (words > 0 && words + count > MaxWords)
                {
                    Close();
                }
                if (text.Length > 0)
                {
                    text.Append(sentence.Start == 0 ? '\n' : ' ');
                }
                text.Append(line, sentence.Start, sentence.Length);
                words += count;
            }
            if (words >= TargetWords)
            {
                Close();
            }
        }

        void Close()
        {
            if (words > 0)
            {
                passages.Add(new Passage(heading, text.ToString()));
            }
            text.Clear();
            words = 0;
        }
    }

    private static bool IsHeading(string line)
    {
        var level = line.AsSpan().IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && line[level] == ' ';
    }
}
