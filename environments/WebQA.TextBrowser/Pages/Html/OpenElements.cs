namespace WebQA.TextBrowser.Pages.Html;

/// <summary>The elements that a scan has seen open and not closed; every step is amortised constant time.</summary>
/// <remarks>
/// After the tree construction of WHATWG HTML §13.2.6, simplified so that errors lie on one side: this never takes an element for closed that the parser
/// still holds open. A tag it does not accept is dropped, so the parser cannot see it either.
/// </remarks>
internal sealed class OpenElements
{
    private readonly List<Entry> _stack = [];
    private readonly Dictionary<string, Stack<int>> _places = new(StringComparer.Ordinal);
    private readonly Stack<int> _special = new();
    private readonly Stack<int> _scopes = new();
    private readonly Dictionary<string, int> _active = new(StringComparer.Ordinal);
    private int _kept;
    private int _formatting;
    private bool _isForeign;

    private readonly record struct Entry(string Key, bool IsKept, bool IsSpecial, bool IsScope);

    /// <summary>Notes a start tag.</summary>
    /// <returns>Whether the tag may stay.</returns>
    public bool TryOpen(string name, bool isSelfClosing)
    {
        _isForeign &= !ElementNames.LeavesForeignContent.Contains(name);
        if (ElementNames.Void.Contains(name) || name is "html" or "head" or "body")
        {
            return true;
        }
        if (ElementNames.TablePart.Contains(name) && Top("table") <= Top("template") && !MayBeForeign)
        {
            return false;
        }
        if (!MayBeForeign || ElementNames.LeavesForeignContent.Contains(name))
        {
            CloseImplied(name);
        }
        var isFormatting = ElementNames.Formatting.Contains(name);
        var isKept = _kept < MarkupGuard.MaxDepth - MarkupGuard.MaxFormatting && (!isFormatting || _formatting < MarkupGuard.MaxFormatting);
        if (isSelfClosing && (_isForeign || name is "svg" or "math"))
        {
            return isKept;
        }
        if (isFormatting && isKept)
        {
            _formatting++;
            _active[name] = _active.GetValueOrDefault(name) + 1;
        }
        _isForeign |= name is "svg" or "math";
        Push(name, isKept);
        return isKept;
    }

    /// <summary>Notes an end tag.</summary>
    /// <returns>Whether the tag may stay: its start tag stayed, or the parser makes something of it alone.</returns>
    public bool TryClose(string name)
    {
        if (name is "html" or "head" or "body")
        {
            return true;
        }
        _isForeign &= name is not ("p" or "br" or "svg" or "math");
        var isFormatting = ElementNames.Formatting.Contains(name);
        var place = Top(Key(name));
        if (place < 0 || place < Barrier(name, isFormatting))
        {
            // A formatting element that another element's end has closed is opened again by the parser until its own end tag comes.
            return isFormatting && place < 0 && Forget(name) || name is "br" or "p" && place < 0;
        }
        var isKept = _stack[place].IsKept;
        if ((isFormatting || name is "a" or "form") && place < Top(_special) - (name == "form" ? 1 : 0))
        {
            // Only this element closes; what was opened inside it stays open.
            Bury(place);
        }
        else
        {
            PopTo(place);
        }
        if (isKept && isFormatting)
        {
            Forget(name);
        }
        return isKept;
    }

    /// <summary>An svg or math element is open somewhere, so that tags may be foreign.</summary>
    private bool MayBeForeign => Top("svg") >= 0 || Top("math") >= 0;

    /// <summary>The place that an end tag cannot reach across.</summary>
    private int Barrier(string name, bool isFormatting) => name switch
    {
        "template" => -1,
        _ when ElementNames.TablePart.Contains(name) || name == "table" => Top("template"),
        "p" => Math.Max(Below(_scopes, name), Top("button")),
        "li" => Math.Max(Below(_scopes, name), Math.Max(Top("ul"), Top("ol"))),
        _ when isFormatting || name is "a" || ElementNames.Special.Contains(name) => Below(_scopes, name),
        _ => Top(_special),
    };

    /// <summary>The innermost scope; an element that is a scope itself is reached by its own end tag.</summary>
    private int Below(Stack<int> scopes, string name) => scopes.Count == 0 ? -1 : _stack[scopes.Peek()].Key == Key(name) ? -1 : scopes.Peek();

    private void CloseImplied(string name)
    {
        if (ElementNames.ClosesParagraph.Contains(name) && Top("p") > Math.Max(Top(_scopes), Top("button")))
        {
            PopTo(Top("p"));
        }
        switch (name)
        {
            case "li" when Top("li") >= 0 && Top("li") == TopBarrier():
                PopTo(Top("li"));
                break;
            case "dt" or "dd" when Math.Max(Top("dt"), Top("dd")) is >= 0 and var item && item == TopBarrier():
                PopTo(item);
                break;
            case "option" or "optgroup" or "rt" or "rp" when _stack.Count > 0 && _stack[^1].Key is "option" or "rt" or "rp":
                PopTo(_stack.Count - 1);
                break;
            case "button" when Top("button") > Top(_scopes):
                PopTo(Top("button"));
                break;
            case "a" or "nobr" when Top(name) > Top(_scopes):
                TryClose(name);
                break;
            case "td" or "th" or "tr" or "thead" or "tbody" or "tfoot" or "caption" or "colgroup":
                CloseTableParts(name);
                break;
        }
    }

    private void CloseTableParts(string name)
    {
        var table = Math.Max(Top("table"), Top("template"));
        string[] parts = name is "td" or "th" ? ["td", "th", "caption"]
            : name == "tr" ? ["td", "th", "caption", "tr"]
            : ["td", "th", "tr", "thead", "tbody", "tfoot", "caption", "colgroup"];
        foreach (var part in parts)
        {
            if (Top(part) > table)
            {
                PopTo(Top(part));
            }
        }
    }

    /// <summary>The innermost special element that a list item's start does not look through.</summary>
    private int TopBarrier()
    {
        foreach (var place in _special)
        {
            if (_stack[place].Key is not ("address" or "div" or "p"))
            {
                return place;
            }
            if (_stack.Count - place > 64)
            {
                // Looking further could cost the square of the depth; not finding the item only counts one more element.
                return -1;
            }
        }
        return -1;
    }

    private int Top(string key) => _places.TryGetValue(key, out var places) ? Top(places) : -1;

    private static int Top(Stack<int> places) => places.Count == 0 ? -1 : places.Peek();

    /// <summary>Headings of every level close each other.</summary>
    private static string Key(string name) => name is ['h', >= '1' and <= '6'] ? "h" : name;

    private void Push(string name, bool isKept)
    {
        var key = Key(name);
        var entry = new Entry(key, isKept, ElementNames.Special.Contains(name), ElementNames.Scope.Contains(name));
        if (!_places.TryGetValue(key, out var places))
        {
            _places.Add(key, places = new Stack<int>());
        }
        places.Push(_stack.Count);
        if (entry.IsSpecial)
        {
            _special.Push(_stack.Count);
        }
        if (entry.IsScope)
        {
            _scopes.Push(_stack.Count);
        }
        _stack.Add(entry);
        _kept += isKept ? 1 : 0;
    }

    private void PopTo(int place)
    {
        for (var i = _stack.Count - 1; i >= place; i--)
        {
            var entry = _stack[i];
            if (entry.Key.Length > 0)
            {
                _places[entry.Key].Pop();
                _kept -= entry.IsKept ? 1 : 0;
            }
            if (entry.IsSpecial)
            {
                _special.Pop();
            }
            if (entry.IsScope)
            {
                _scopes.Pop();
            }
        }
        _stack.RemoveRange(place, _stack.Count - place);
    }

    /// <summary>Takes an element out from under those opened after it.</summary>
    private void Bury(int place)
    {
        var entry = _stack[place];
        _places[entry.Key].Pop();
        _kept -= entry.IsKept ? 1 : 0;
        _stack[place] = entry with { Key = string.Empty, IsKept = false };
    }

    private bool Forget(string formatting)
    {
        if (_active.GetValueOrDefault(formatting) == 0)
        {
            return false;
        }
        _active[formatting]--;
        _formatting--;
        return true;
    }
}
