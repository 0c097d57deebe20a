namespace WebQA.TextBrowser.Pages.Html;

/// <summary>How much visible text each element of a page holds, and how much of it in links.</summary>
internal sealed class TextMeasure
{
    private const int ShortBlock = 25;

    private readonly PageTree _tree;
    private readonly int[] _text;
    private readonly int[] _linked;
    private readonly int[] _block;
    private readonly int[] _before;

    /// <summary>Measures a page.</summary>
    public TextMeasure(PageTree tree)
    {
        _tree = tree;
        var nodes = tree.Nodes;
        (_text, _linked, _block, _before) = (new int[nodes.Count], new int[nodes.Count], new int[nodes.Count], new int[nodes.Count]);
        var before = 0;
        var isLinked = new bool[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            _before[i] = before;
            if (node.IsHidden || ElementNames.Silent.Contains(node.Name))
            {
                i = node.End - 1;
                continue;
            }
            var parent = Math.Max(0, node.Parent);
            isLinked[i] = isLinked[parent] || node.Name == "a" && node.Element!.HasAttribute("href");
            _block[i] = ElementNames.Block.Contains(node.Name) ? i : _block[parent];
            _text[i] = Visible(node.Text);
            _linked[i] = isLinked[i] ? _text[i] : 0;
            before += _text[i];
        }
        SumUp(_text);
        SumUp(_linked);
    }

    /// <summary>Characters of visible text, white space aside.</summary>
    public int Text(int index) => _text[index];

    /// <summary>The share of the page's text that an element holds, from 0 to 1.</summary>
    public double Share(int index) => _text[0] == 0 ? 0 : (double)_text[index] / _text[0];

    /// <summary>The share of the page's text that stands before an element, from 0 to 1.</summary>
    public double ShareBefore(int index) => _text[0] == 0 ? 0 : (double)_before[index] / _text[0];

    /// <summary>The share of an element's text that stands in links, from 0 to 1.</summary>
    public double LinkShare(int index) => _text[index] == 0 ? 0 : (double)_linked[index] / _text[index];

    /// <summary>Characters of running text in each element: of blocks that are not short and mostly not links, outside what is dropped.</summary>
    public int[] Prose(bool[] isDropped)
    {
        var nodes = _tree.Nodes;
        var (own, ownLinked) = (new int[nodes.Count], new int[nodes.Count]);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].IsHidden || isDropped[i] || ElementNames.Silent.Contains(nodes[i].Name))
            {
                i = nodes[i].End - 1;
            }
            else if (nodes[i].Element is null)
            {
                own[_block[i]] += _text[i];
                ownLinked[_block[i]] += _linked[i];
            }
        }
        for (var i = 0; i < nodes.Count; i++)
        {
            own[i] = own[i] < ShortBlock || ownLinked[i] * 2 > own[i] || nodes[i].Name is ['h', >= '1' and <= '6'] ? 0 : own[i] - ownLinked[i];
        }
        SumUp(own);
        return own;
    }

    /// <summary>Adds each node's number to all its ancestors'; parents stand before their children.</summary>
    private void SumUp(int[] numbers)
    {
        for (var i = numbers.Length - 1; i > 0; i--)
        {
            numbers[_tree.Nodes[i].Parent] += numbers[i];
        }
    }

    private static int Visible(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsWhiteSpace(c) ? 0 : 1;
        }
        return count;
    }
}
