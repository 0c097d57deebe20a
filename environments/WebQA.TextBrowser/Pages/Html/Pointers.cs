namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Finds the boxes, headings and lines that begin by pointing away from the text: to other texts, to a newsletter, to whose rights it is.</summary>
/// <param name="tree">The page.</param>
/// <param name="measure">Its text.</param>
internal sealed class Pointers(PageTree tree, TextMeasure measure)
{
    /// <summary>Longest box that points elsewhere.</summary>
    private const int MaxBox = 2_500;

    /// <summary>Longest line that points elsewhere without a link.</summary>
    private const int MaxLine = 120;

    /// <summary>Longest notice.</summary>
    private const int MaxNotice = 500;

    /// <summary>Longest line of how long the text takes to read.</summary>
    private const int MaxReadingTime = 20;

    /// <summary>Enough to know a phrase by.</summary>
    private const int BeginningLength = 60;

    /// <summary>Whether an element is one; a box or a line that is mostly text of its own is not.</summary>
    public bool IsPointer(int index)
    {
        var node = tree.Nodes[index];
        var (text, links) = (measure.Text(index), measure.LinkShare(index));
        if (text > MaxBox || node.Name is "h1" or "td" or "th" or "tr" or "tbody" or "table" || measure.Share(index) > 0.2)
        {
            return false;
        }
        var isHeading = node.Name is ['h', >= '1' and <= '6'];
        var canPoint = isHeading || text <= MaxLine || links >= 0.3;
        var canNote = !isHeading && text <= MaxNotice;
        if (!canPoint && !canNote)
        {
            return false;
        }
        var beginning = Beginning(index);
        return canPoint && PointerPhrases.Points(beginning) || canNote && PointerPhrases.Notes(beginning) || text <= MaxReadingTime && IsReadingTime(beginning);
    }

    /// <summary><c>5 min read</c>, <c>3 Minuten Lesezeit</c>.</summary>
    private static bool IsReadingTime(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[0]) && text.TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ']).StartsWith("min", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first words of a subtree; white space folded.</summary>
    private string Beginning(int index)
    {
        var text = string.Empty;
        for (var i = index; i < tree.Nodes[index].End && text.Length < BeginningLength; i++)
        {
            if (tree.Nodes[i].IsHidden || ElementNames.Silent.Contains(tree.Nodes[i].Name))
            {
                i = tree.Nodes[i].End - 1;
            }
            else if (tree.Nodes[i].Text is { Length: > 0 } words)
            {
                text += PageCharacters.OneLine(words.Length > 4 * BeginningLength ? words[..(4 * BeginningLength)] : words) + " ";
            }
        }
        return text.TrimEnd();
    }
}
