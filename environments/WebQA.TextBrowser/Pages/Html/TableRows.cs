namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Whether a table holds data, whose rows become lines, or only lays out the page; and where its row stands.</summary>
internal sealed class TableRows(bool isData)
{
    private const int LongCell = 400;

    private bool _isFirstCell = true;

    /// <summary>Whether rows are lines of cells.</summary>
    public bool IsData => isData;

    /// <summary>A row begins.</summary>
    public void StartRow() => _isFirstCell = true;

    /// <summary>Whether the cell that begins is its row's first.</summary>
    public bool IsFirstCell()
    {
        var isFirst = _isFirstCell;
        _isFirstCell = false;
        return isFirst;
    }

    /// <summary>Tells data from layout: data has header cells or a caption, or several rows of several short cells; layout holds other tables or headings.</summary>
    public static bool IsDataTable(PageTree tree, int table)
    {
        var nodes = tree.Nodes;
        if (nodes[table].Attribute("role") is "presentation" or "none")
        {
            return false;
        }
        var (rows, cells, text, isMarked) = (0, 0, 0, false);
        for (var i = table + 1; i < nodes[table].End; i++)
        {
            switch (nodes[i].Name)
            {
                case "table" or "h1" or "h2" or "article" or "nav" or "form":
                    return false;
                case "th" or "caption" or "thead":
                    cells += nodes[i].Name == "th" ? 1 : 0;
                    isMarked = true;
                    break;
                case "tr":
                    rows++;
                    break;
                case "td":
                    cells++;
                    break;
                case "":
                    text += nodes[i].Text.Length;
                    break;
            }
        }
        return rows > 0 && (isMarked || rows >= 2 && cells >= 2 * rows && text < LongCell * cells);
    }
}
