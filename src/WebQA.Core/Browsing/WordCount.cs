namespace WebQA.Core.Browsing;

/// <summary>Words as budgets count them: runs without white space.</summary>
public static class WordCount
{
    /// <summary>The number of words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="enough">Counting ends here.</param>
    public static int Of(ReadOnlySpan<char> text, int enough = int.MaxValue)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (!isSpace && !inWord)
            {
                if (++count == enough)
                {
                    break;
                }
            }
            inWord = !isSpace;
        }
        return count;
    }
}
