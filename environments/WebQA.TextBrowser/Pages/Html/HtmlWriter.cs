namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Writes a page's tree as marked text, in one loop over its nodes.</summary>
internal sealed class HtmlWriter
{
    private readonly PageTree _tree;
    private readonly bool[]? _isShown;
    private readonly string _pageUrl;
    private readonly Uri _baseUrl;
    private readonly Predicate<Uri>? _isBlocked;
    private readonly MarkedTextWriter _text;
    private readonly Stack<(int Index, Action? Leave)> _open = new();
    private readonly Stack<ListNumbers?> _lists = new();
    private readonly Stack<TableRows> _tables = new();
    private int _verbatim;

    private HtmlWriter(PageTree tree, bool[]? isShown, LinkTable links, Uri url, Uri baseUrl, Predicate<Uri>? isBlocked)
    {
        _pageUrl = url.GetLeftPart(UriPartial.Query);
        _tree = tree;
        _isShown = isShown;
        _baseUrl = baseUrl;
        _isBlocked = isBlocked;
        _text = new MarkedTextWriter(links, HtmlReader.MaxTextLength);
    }

    /// <summary>Writes a view.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="isShown">Which nodes the view shows, hidden ones aside; null for all.</param>
    /// <param name="url">Where the page was found.</param>
    /// <param name="baseUrl">What its relative links refer to.</param>
    /// <param name="isBlocked">Links to these become plain text.</param>
    public static HtmlView Write(PageTree tree, bool[]? isShown, Uri url, Uri baseUrl, Predicate<Uri>? isBlocked)
    {
        var links = new LinkTable(PageDomain.Of(url));
        var writer = new HtmlWriter(tree, isShown, links, url, baseUrl, isBlocked);
        writer.Run();
        var text = writer._text.ToString();
        return writer._text.IsFull
            ? new HtmlView($"{text}\n\n[The page was cut here: only its first {HtmlReader.MaxTextLength:N0} characters are shown.]", links.Links, IsCut: true)
            : new HtmlView(text, links.Links, IsCut: false);
    }

    private void Run()
    {
        var nodes = _tree.Nodes;
        var at = 0;
        while (at < nodes.Count && !_text.IsFull)
        {
            LeaveBefore(at);
            var node = nodes[at];
            if (node.IsHidden || _isShown is not null && !_isShown[at])
            {
                at = node.End;
            }
            else if (node.Element is null)
            {
                if (_verbatim > 0)
                {
                    _text.WriteVerbatim(node.Text);
                }
                else
                {
                    _text.Write(node.Text);
                }
                at++;
            }
            else
            {
                at = Enter(node, at) ? at + 1 : node.End;
            }
        }
        LeaveBefore(int.MaxValue);
    }

    private void LeaveBefore(int at)
    {
        while (_open.Count > 0 && _tree.Nodes[_open.Peek().Index].End <= at)
        {
            var (index, leave) = _open.Pop();
            leave?.Invoke();
            if (ElementNames.Block.Contains(_tree.Nodes[index].Name))
            {
                BreakAround(_tree.Nodes[index].Name);
            }
        }
    }

    /// <summary>Writes what an element begins with.</summary>
    /// <returns>Whether its content follows.</returns>
    private bool Enter(PageNode node, int index)
    {
        if (ElementNames.Silent.Contains(node.Name))
        {
            return false;
        }
        if (ElementNames.Block.Contains(node.Name))
        {
            BreakAround(node.Name);
        }
        switch (node.Name)
        {
            case "br":
                _text.BreakLine();
                return false;
            case "img" or "image":
                WriteImage(node.Attribute("alt"));
                return false;
            case "svg":
                return EnterDrawing(node, index);
            case "math":
                return EnterFormula(node, index);
            case "frame":
                WriteFrame(node);
                return false;
            case "sup":
                _text.Write("^");
                break;
            case "sub":
                _text.Write("_");
                break;
            case "annotation" or "annotation-xml" or "input" or "textarea":
                return false;
        }
        _open.Push((index, EnterElement(node, index)));
        return true;
    }

    /// <summary>Sets what lasts as long as the element, and returns how to end it.</summary>
    private Action? EnterElement(PageNode node, int index)
    {
        switch (node.Name)
        {
            case ['h', >= '1' and <= '6']:
                _text.Mark(new string('#', node.Name[1] - '0') + " ");
                _text.EnterFlat();
                return () =>
                {
                    _text.LeaveFlat();
                    _text.DropMark();
                };
            case "a":
                return EnterLink(node);
            case "pre" or "listing" or "xmp":
                _verbatim++;
                return () => _verbatim--;
            case "blockquote":
                _text.Quote(1);
                return () => _text.Quote(-1);
            case "ul" or "menu" or "dir":
                return EnterList(null);
            case "ol":
                return EnterList(ListNumbers.Of(node));
            case "li":
                _text.Mark(_lists.TryPeek(out var numbers) && numbers is not null ? numbers.Next(node) : "* ");
                return _text.DropMark;
            case "dd":
                _text.Indent(1);
                return () => _text.Indent(-1);
            case "table":
                _tables.Push(new TableRows(TableRows.IsDataTable(_tree, index)));
                return () => _tables.Pop();
            case "caption" when _tables.Count > 0:
                _text.EnterFlat();
                return _text.LeaveFlat;
            case "tr" when _tables.TryPeek(out var rows) && rows.IsData:
                rows.StartRow();
                return _text.EndRow;
            case "td" or "th" when _tables.TryPeek(out var rows) && rows.IsData:
                if (!rows.IsFirstCell())
                {
                    _text.NextCell();
                }
                _text.EnterFlat();
                return _text.LeaveFlat;
            default:
                return null;
        }
    }

    private Action EnterList(ListNumbers? numbers)
    {
        _lists.Push(numbers);
        _text.Indent(1);
        return () =>
        {
            _lists.Pop();
            _text.Indent(-1);
        };
    }

    private Action? EnterLink(PageNode node)
    {
        if (node.Attribute("href") is not { } href || !LinkTable.TryResolve(_baseUrl, href, out var url) || _isBlocked?.Invoke(url) == true || IsSamePlace(href, url))
        {
            return null;
        }
        _text.OpenLink(url);
        return _text.CloseLink;
    }

    /// <summary>A link to a place on this page, written with the page's own address.</summary>
    private bool IsSamePlace(string href, Uri target) => href.Contains('#', StringComparison.Ordinal) && target.AbsoluteUri == _pageUrl;

    private void WriteFrame(PageNode node)
    {
        if (node.Attribute("src") is { } source && LinkTable.TryResolve(_baseUrl, source, out var url) && _isBlocked?.Invoke(url) != true)
        {
            _text.BreakLine();
            _text.OpenLink(url);
            _text.Write(node.Attribute("title") ?? node.Attribute("name") ?? source);
            _text.CloseLink();
        }
    }

    private void WriteImage(string? alt)
    {
        var words = PageTitle.OneLine(alt ?? string.Empty);
        _text.Write(words.Length > 0 ? $"[Image: {words}]" : "[Image]");
    }

    /// <summary>A drawing with a name is an image; the words drawn in it follow.</summary>
    private bool EnterDrawing(PageNode node, int index)
    {
        if (node.Attribute("aria-label") is { Length: > 0 } label && node.Attribute("aria-hidden") != "true")
        {
            WriteImage(label);
        }
        _open.Push((index, null));
        return true;
    }

    /// <summary>A formula is its TeX source where it has one, else its parts in a row.</summary>
    private bool EnterFormula(PageNode node, int index)
    {
        var tex = Formula.Source(_tree, index);
        if (tex is not null)
        {
            _text.Write(tex);
            return false;
        }
        _open.Push((index, null));
        return true;
    }

    private void BreakAround(string name)
    {
        switch (name)
        {
            case "td" or "th" when _tables.TryPeek(out var rows) && rows.IsData:
                break;
            case "li" or "dt" or "dd" or "tr" or "legend" or "optgroup" or "body" or "html":
                _text.BreakLine();
                break;
            case "thead" or "tbody" or "tfoot" or "caption" when _tables.TryPeek(out var rows) && rows.IsData:
                _text.BreakLine();
                break;
            case "p" or "div" or "ul" or "ol" or "menu" or "dir" when _lists.Count > 0:
                _text.BreakLine();
                break;
            default:
                _text.BreakParagraph();
                break;
        }
    }
}
