namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Formulas in MathML.</summary>
internal static class Formula
{
    /// <summary>The TeX source that a formula carries, in its <c>alttext</c> or in an annotation; null where it has none.</summary>
    public static string? Source(PageTree tree, int math)
    {
        if (tree.Nodes[math].Attribute("alttext") is { Length: > 0 } alternative)
        {
            return Strip(alternative);
        }
        for (var i = math + 1; i < tree.Nodes[math].End; i++)
        {
            if (tree.Nodes[i].Name == "annotation" && tree.Nodes[i].Attribute("encoding") is "application/x-tex" or "TeX")
            {
                return Strip(tree.Nodes[i].Element!.TextContent);
            }
        }
        return null;
    }

    /// <summary>Wikipedia wraps every formula in the same command, which says nothing to a reader.</summary>
    private static string Strip(string tex)
    {
        tex = tex.Trim();
        const string Wrapper = @"{\displaystyle ";
        return tex.StartsWith(Wrapper, StringComparison.Ordinal) && tex.EndsWith('}') ? tex[Wrapper.Length..^1].Trim() : tex;
    }
}
