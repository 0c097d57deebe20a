using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Marks what a reader of the page could not see, by inline styles, attributes and the page's own simple style rules.</summary>
internal static class HiddenText
{
    /// <summary>Sets <see cref="PageNode.IsHidden"/>.</summary>
    /// <returns>The number of hidden words.</returns>
    public static int Mark(PageTree tree, bool isRendered)
    {
        var rules = StyleRules.Of(tree);
        var nodes = tree.Nodes;
        var styles = new EffectiveStyle[nodes.Count];
        var hiddenWords = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            var inherited = node.Parent < 0 ? EffectiveStyle.Default : styles[node.Parent];
            if (node.Element is null)
            {
                node.IsHidden = inherited.HidesText;
                hiddenWords += node.IsHidden ? WordCount.Of(node.Text) : 0;
                continue;
            }
            // Many pages hide their whole body until a script has run; nobody means that it is never seen.
            styles[i] = node.Name is "html" or "body" ? EffectiveStyle.Default : inherited.Of(rules.Declarations(tree, i));
            if (node.Name == "mjx-assistive-mml")
            {
                // MathJax draws a formula by glyphs that are no text, and puts the formula itself beside it, clipped away.
                styles[i] = inherited;
            }
            if (IsRemoved(node, isRendered) || styles[i].HidesSubtree || Overlays.IsOne(tree, i, styles[i]))
            {
                node.IsHidden = true;
                hiddenWords += WordsIn(tree, i);
                i = node.End - 1;
            }
        }
        return hiddenWords;
    }

    private static bool IsRemoved(PageNode node, bool isRendered) =>
        node.Element!.HasAttribute("hidden") && node.Attribute("hidden") != "until-found"
        || isRendered && node.Name == "noscript"
        || node.Name == "dialog" && !node.Element.HasAttribute("open")
        || node.Name == "span" && node.Attribute("class") is "katex-html";

    private static int WordsIn(PageTree tree, int index)
    {
        var words = 0;
        for (var i = index; i < tree.Nodes[index].End; i++)
        {
            if (ElementNames.Silent.Contains(tree.Nodes[i].Name))
            {
                i = tree.Nodes[i].End - 1;
            }
            else
            {
                words += WordCount.Of(tree.Nodes[i].Text);
            }
        }
        return words;
    }
}
