using System.Text;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Writes marked text: collapses white space, separates blocks, puts the marks of lists and quotations before their first word, and marks links.</summary>
internal sealed class MarkedTextWriter(LinkTable links, int maxLength)
{
    /// <summary>Longest words of a link, in UTF-16 units; the rest follows as plain text.</summary>
    public const int MaxLinkText = 300;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _prefix = new();
    private Uri? _linkUrl;
    private int _linkId = -1;
    private int _linkStart;
    private Separation _pending;
    private bool _pendingSpace;
    private int _pendingCells;
    private int _pendingLines;
    private int _quoteDepth;
    private int _indent;
    private int _flat;
    private string _marker = string.Empty;

    private enum Separation
    {
        None,
        Line,
        Paragraph,
    }

    /// <summary>Whether the limit was reached, so that nothing more is written.</summary>
    public bool IsFull => _text.Length >= maxLength;

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>The next text begins a new line.</summary>
    public void BreakLine() => Break(Separation.Line);

    /// <summary>The next text begins a new paragraph.</summary>
    public void BreakParagraph() => Break(Separation.Paragraph);

    /// <summary>From here to <see cref="LeaveFlat"/> everything stands on one line: breaks are spaces and there are no marks.</summary>
    public void EnterFlat() => _flat++;

    /// <summary>Ends <see cref="EnterFlat"/>.</summary>
    public void LeaveFlat() => _flat--;

    /// <summary>What the next line begins with, for example <c>* </c> or <c># </c>; forgotten where nothing follows before the next mark.</summary>
    public void Mark(string marker)
    {
        if (_flat == 0)
        {
            // A list within a list has its own mark; a heading within a list item has both.
            _marker = marker[0] == '#' ? _marker + marker : marker;
        }
    }

    /// <summary>Drops a mark that no text followed.</summary>
    public void DropMark() => _marker = string.Empty;

    /// <summary>Lines are indented by this many more levels of two spaces.</summary>
    public void Indent(int levels) => _indent += levels;

    /// <summary>Lines belong to a quotation this much deeper.</summary>
    public void Quote(int levels) => _quoteDepth += levels;

    /// <summary>The next text stands in the next cell of a table's row.</summary>
    public void NextCell()
    {
        _pendingCells++;
        _pendingSpace = false;
    }

    /// <summary>Ends a table's row; cells at its end that had no text are forgotten.</summary>
    public void EndRow() => _pendingCells = 0;

    /// <summary>A link opens; it gets its id when its first word comes.</summary>
    public void OpenLink(Uri url)
    {
        _linkUrl = url;
        _flat++;
    }

    /// <summary>The open link ends; without words it leaves nothing.</summary>
    public void CloseLink()
    {
        EndMark();
        _linkUrl = null;
        _flat--;
    }

    /// <summary>Writes text whose white space collapses.</summary>
    public void Write(string text)
    {
        var clean = PageCharacters.Lines(text);
        var at = 0;
        while (at < clean.Length && !IsFull)
        {
            if (char.IsWhiteSpace(clean[at]))
            {
                _pendingSpace = true;
                at++;
                continue;
            }
            var end = at + 1;
            while (end < clean.Length && !char.IsWhiteSpace(clean[end]))
            {
                end++;
            }
            Word(clean.AsSpan(at, end - at));
            at = end;
        }
    }

    /// <summary>Writes text as it stands, line breaks and spaces included.</summary>
    public void WriteVerbatim(string text)
    {
        if (_flat > 0)
        {
            Write(text);
            return;
        }
        var isFirst = true;
        foreach (var line in PageCharacters.Lines(text).EnumerateLines())
        {
            _pendingLines += isFirst ? 0 : 1;
            isFirst = false;
            if (line.IsEmpty || IsFull)
            {
                continue;
            }
            if (_pending == Separation.None && _text.Length > 0)
            {
                _text.Append('\n', _pendingLines);
            }
            Flush();
            _pendingLines = 0;
            Append(line);
        }
    }

    private void Word(ReadOnlySpan<char> word)
    {
        if (_linkId >= 0 && _text.Length - _linkStart + word.Length > MaxLinkText)
        {
            if (_text.Length == _linkStart)
            {
                // One word longer than a link's words may be: its beginning names the link.
                var cut = char.IsHighSurrogate(word[MaxLinkText - 1]) ? MaxLinkText - 1 : MaxLinkText;
                AppendLinkText(word[..cut]);
                word = word[cut..];
            }
            EndMark();
            _linkUrl = null;
        }
        Flush();
        if (_linkUrl is not null && _linkId < 0)
        {
            _linkId = links.Open(_linkUrl);
            _text.Append(LinkTable.Opening(_linkId));
            _linkStart = _text.Length;
            Word(word);
            return;
        }
        if (_linkId >= 0)
        {
            AppendLinkText(word);
        }
        else
        {
            Append(word);
        }
    }

    private void AppendLinkText(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            _text.Append(c == '†' ? '‡' : c);
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        var room = maxLength - _text.Length;
        if (text.Length > room)
        {
            text = text[..Math.Max(0, room > 0 && char.IsHighSurrogate(text[room - 1]) ? room - 1 : room)];
        }
        _text.Append(text);
    }

    private void EndMark()
    {
        if (_linkId >= 0)
        {
            var words = _text.ToString(_linkStart, _text.Length - _linkStart);
            _text.Append(links.Close(_linkId, words));
            _linkId = -1;
        }
    }

    private void Break(Separation separation)
    {
        if (_flat > 0)
        {
            _pendingSpace = true;
        }
        else
        {
            _pending = separation > _pending ? separation : _pending;
            _pendingLines = 0;
        }
    }

    /// <summary>Writes what stands between the last text and the next.</summary>
    private void Flush()
    {
        var isLineStart = _text.Length == 0 || _pending != Separation.None && _flat == 0;
        if (_text.Length > 0 && _pending != Separation.None && _linkId < 0)
        {
            _text.Append(_pending == Separation.Paragraph ? "\n\n" : "\n");
            isLineStart = true;
        }
        if (isLineStart)
        {
            _pending = Separation.None;
            AppendPrefix();
            _pendingSpace = false;
        }
        for (; _pendingCells > 0; _pendingCells--)
        {
            _text.Append(_text.Length == 0 || _text[^1] is '\n' or ' ' ? "| " : " | ");
            _pendingSpace = false;
        }
        if (_pendingSpace)
        {
            _pendingSpace = false;
            if (_text.Length > 0 && _text[^1] is not ('\n' or ' ') && !(_linkId >= 0 && _text.Length == _linkStart))
            {
                _text.Append(' ');
            }
        }
    }

    private void AppendPrefix()
    {
        _prefix.Clear();
        for (var i = Math.Min(_quoteDepth, 3); i > 0; i--)
        {
            _prefix.Append("> ");
        }
        var levels = Math.Min(_indent - (_marker.Length > 0 ? 1 : 0), 6);
        _prefix.Append(' ', Math.Max(0, levels) * 2);
        _prefix.Append(_marker);
        _marker = string.Empty;
        _text.Append(_prefix);
    }
}
