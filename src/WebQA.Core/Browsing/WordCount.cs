namespace WebQA.Core.Browsing;

/// <summary>Words as budgets count them: runs without white space.</summary>
public static class WordCount
{
    /// <summary>The number of words.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (!isSpace && !inWord)
            {
                count++;
            }
            inWord = !isSpace;
        }
        return count;
    }
}
