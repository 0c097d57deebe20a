namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Finds a page's main content.</summary>
internal static class MainContent
{
    /// <summary>Which nodes belong to the main content.</summary>
    public static bool[] Find(PageTree tree)
    {
        var isMain = new bool[tree.Nodes.Count];
        Array.Fill(isMain, true);
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            if (tree.Nodes[i].Name is "nav" or "aside" or "button" or "textarea")
            {
                isMain[i] = false;
            }
        }
        return isMain;
    }
}
