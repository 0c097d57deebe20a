namespace WebQA.Policies.Ranking.Features;

/// <summary>Lower-case words of a text, apostrophes kept inside them.</summary>
internal static class Words
{
    /// <summary>The words in order.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isInside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && IsInnerApostrophe(text, i)));
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant().Replace('’', '\''));
                start = -1;
            }
        }
        return words;
    }

    private static bool IsInnerApostrophe(string text, int i) =>
        text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]);
}
