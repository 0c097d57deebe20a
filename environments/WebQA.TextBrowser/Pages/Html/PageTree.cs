using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>
/// A document's elements and texts in one array, in page order. A subtree is a range, so every pass over the page is a loop: none recurses, and none
/// looks for siblings (which costs AngleSharp the length of the parent's child list).
/// </summary>
internal sealed class PageTree
{
    private readonly List<PageNode> _nodes = [];

    private PageTree()
    {
    }

    /// <summary>The nodes; the first is the document element.</summary>
    public IReadOnlyList<PageNode> Nodes => _nodes;

    /// <summary>Lays a document out.</summary>
    public static PageTree Of(IDocument document)
    {
        var tree = new PageTree();
        if (document.DocumentElement is { } root)
        {
            tree.Add(root);
        }
        return tree;
    }

    private void Add(IElement root)
    {
        var open = new Stack<(int Index, INodeList Children, int Next)>();
        Append(root, -1, open);
        while (open.Count > 0)
        {
            var (index, children, next) = open.Pop();
            if (next == children.Length)
            {
                _nodes[index].End = _nodes.Count;
                continue;
            }
            open.Push((index, children, next + 1));
            Append(children[next], index, open);
        }
    }

    private void Append(INode node, int parent, Stack<(int, INodeList, int)> open)
    {
        switch (node)
        {
            case IText text when text.Data.Length > 0:
                _nodes.Add(new PageNode(string.Empty, null, text.Data, parent) { End = _nodes.Count + 1 });
                break;
            case IElement element:
                _nodes.Add(new PageNode(element.LocalName, element, string.Empty, parent) { End = _nodes.Count + 1 });
                if (element is IHtmlTemplateElement)
                {
                    break;
                }
                open.Push((_nodes.Count - 1, element.ChildNodes, 0));
                if (element.ShadowRoot is { } shadow)
                {
                    // A declarative shadow tree is what a browser shows in the host's place; the host's own children stand in its slots.
                    open.Push((_nodes.Count - 1, shadow.ChildNodes, 0));
                }
                break;
        }
    }
}

/// <summary>An element or a text of a <see cref="PageTree"/>.</summary>
/// <param name="name">The element's local name; empty for text.</param>
/// <param name="element">The element; null for text.</param>
/// <param name="text">The text; empty for an element.</param>
/// <param name="parent">The parent's index; -1 for the root.</param>
internal sealed class PageNode(string name, IElement? element, string text, int parent)
{
    private static readonly char[] Spaces = [' ', '\t', '\n', '\r', '\f'];

    private string[]? _classes;

    /// <summary>The element's local name; empty for text.</summary>
    public string Name => name;

    /// <summary>The element; null for text.</summary>
    public IElement? Element => element;

    /// <summary>The text; empty for an element.</summary>
    public string Text => text;

    /// <summary>The parent's index; -1 for the root.</summary>
    public int Parent => parent;

    /// <summary>One past the last node of the subtree.</summary>
    public int End { get; set; }

    /// <summary>Whether a reader could not see it.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The element's classes.</summary>
    public string[] Classes => _classes ??= Attribute("class") is { Length: > 0 } value ? value.Split(Spaces, StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>An attribute's value; null where the element has none.</summary>
    public string? Attribute(string attribute) => element?.GetAttribute(attribute);
}
