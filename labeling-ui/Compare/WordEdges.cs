namespace WebQA.LabelingUi.Compare;

/// <summary>Places between the words of a text.</summary>
internal static class WordEdges
{
    /// <summary>The place so many words after (or before) another, within the text.</summary>
    public static int Move(string text, int at, int words)
    {
        for (; words > 0; words--)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }
        for (; words < 0; words++)
        {
            while (at > 0 && char.IsWhiteSpace(text[at - 1]))
            {
                at--;
            }
            while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            {
                at--;
            }
        }
        return at;
    }
}
