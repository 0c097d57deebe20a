namespace WebQA.TextBrowser.Pages.Html;

/// <summary>
/// Finds a page's main content: leaves out what says by its element, role, name or links that it is not, then follows the running text down to the
/// smallest element that holds nearly all of it, and keeps beside it what else is running text, headings or notes.
/// </summary>
/// <remarks>Every pass is a loop over the page's nodes. Captions, tables and footnotes stay; navigation, comments, letters and boxes go.</remarks>
internal sealed class MainContent
{
    /// <summary>A child with this share of its parent's running text is followed.</summary>
    private const double Dominant = 0.75;

    /// <summary>Beside the main text, a block stays if it has as many characters of running text.</summary>
    private const int LongAside = 140;

    /// <summary>Main content with a smaller share of the page's text is looked for once more.</summary>
    private const double MinShare = 0.25;

    /// <summary>Longest line over a list of links.</summary>
    private const int MaxHeading = 80;

    /// <summary>An element with this share of its text in links only points elsewhere.</summary>
    private const double MostlyLinks = 0.5;

    private readonly PageTree _tree;
    private readonly TextMeasure _measure;
    private readonly bool[] _isDropped;

    private MainContent(PageTree tree)
    {
        _tree = tree;
        _measure = new TextMeasure(tree);
        _isDropped = new bool[tree.Nodes.Count];
    }

    /// <summary>Which nodes belong to the main content; hidden ones are not looked at.</summary>
    public static bool[] Find(PageTree tree)
    {
        var content = new MainContent(tree);
        var strict = content.Select(isStrict: true, out var text);
        if (text >= MinShare * content._measure.Text(0))
        {
            return strict;
        }
        // So little is left that a name was misread: judge by elements and roles alone, and take that if it finds much more.
        var lenient = content.Select(isStrict: false, out var more);
        return more > 2 * text ? lenient : strict;
    }

    private bool[] Select(bool isStrict, out int text)
    {
        Array.Clear(_isDropped);
        DropBoilerplate(isStrict);
        var isMain = Select();
        text = 0;
        for (var i = 0; i < isMain.Length; i++)
        {
            text += isMain[i] && _tree.Nodes[i].Element is null ? _measure.Text(i) : 0;
        }
        return isMain;
    }

    private void DropBoilerplate(bool isStrict)
    {
        var boilerplate = new Boilerplate(_tree, _measure, isStrict);
        for (var i = 0; i < _tree.Nodes.Count; i++)
        {
            if (_tree.Nodes[i].IsHidden)
            {
                i = _tree.Nodes[i].End - 1;
            }
            else if (_tree.Nodes[i].Element is not null && boilerplate.IsBoilerplate(i))
            {
                _isDropped[i] = true;
                i = LastOfSection(i) - 1;
            }
        }
    }

    /// <summary>Where what a dropped heading stands over ends: the lists and boxes of links that follow it go with it.</summary>
    private int LastOfSection(int dropped)
    {
        var end = _tree.Nodes[dropped].End;
        if (_tree.Nodes[dropped].Name is not (['h', >= '1' and <= '6'] or "p" or "div") || _measure.Text(dropped) is 0 or > MaxHeading)
        {
            return end;
        }
        for (var next = end; next < _tree.Nodes[_tree.Nodes[dropped].Parent].End && IsLinks(next); next = end)
        {
            _isDropped[next] = true;
            end = _tree.Nodes[next].End;
        }
        return end;
    }

    private bool IsLinks(int index) =>
        _tree.Nodes[index].Name is not ['h', >= '1' and <= '6'] && (_measure.Text(index) == 0 || _measure.LinkShare(index) >= MostlyLinks && _measure.Share(index) < MinShare);

    private bool[] Select()
    {
        var prose = _measure.Prose(_isDropped);
        var isMain = new bool[_tree.Nodes.Count];
        var at = 0;
        while (at >= 0 && at < _tree.Nodes.Count)
        {
            isMain[at] = true;
            var next = IsArticle(at) ? -1 : DominantChild(at, prose);
            if (next < 0)
            {
                Keep(at, isMain);
                break;
            }
            KeepBeside(at, next, prose, isMain);
            at = next;
        }
        return isMain;
    }

    private bool IsArticle(int index) =>
        _tree.Nodes[index].Name == "article" || _tree.Nodes[index].Attribute("itemprop") is "articleBody";

    private int DominantChild(int parent, int[] prose)
    {
        for (var child = parent + 1; child < _tree.Nodes[parent].End; child = _tree.Nodes[child].End)
        {
            if (_tree.Nodes[child].Element is not null && !_isDropped[child] && prose[child] > 0 && prose[child] >= Dominant * prose[parent])
            {
                // Down to blocks only: a paragraph is not a page.
                return ElementNames.Block.Contains(_tree.Nodes[child].Name) && _tree.Nodes[child].Name is not ("p" or "pre" or "li" or "dd" or "blockquote" or "table" or "ul" or "ol") ? child
                    : _tree.Nodes[child].Name == "table" && !TableRows.IsDataTable(_tree, child) ? child
                    : -1;
            }
        }
        return -1;
    }

    /// <summary>Keeps everything inside that is no boilerplate.</summary>
    private void Keep(int index, bool[] isMain)
    {
        for (var i = index; i < _tree.Nodes[index].End; i++)
        {
            if (_isDropped[i])
            {
                i = _tree.Nodes[i].End - 1;
            }
            else
            {
                isMain[i] = true;
            }
        }
    }

    /// <summary>Keeps of the siblings of the followed child what is running text, a heading of the page or notes.</summary>
    private void KeepBeside(int parent, int followed, int[] prose, bool[] isMain)
    {
        for (var child = parent + 1; child < _tree.Nodes[parent].End; child = _tree.Nodes[child].End)
        {
            if (child == followed || _isDropped[child])
            {
                continue;
            }
            var node = _tree.Nodes[child];
            if (node.Name is "h1" or "h2" or "table" or "figure" or "blockquote" or "pre" or "p" or "ul" or "ol" or "dl" && _measure.LinkShare(child) < 0.5
                || prose[child] >= LongAside
                || BoilerplateNames.IsNotes(node)
                || Contains(child, "h1"))
            {
                Keep(child, isMain);
            }
        }
    }

    private bool Contains(int index, string name)
    {
        for (var i = index; i < _tree.Nodes[index].End; i++)
        {
            if (_tree.Nodes[i].Name == name)
            {
                return true;
            }
        }
        return false;
    }
}
