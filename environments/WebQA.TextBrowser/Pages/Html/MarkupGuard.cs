using System.Text;
using WebQA.TextBrowser.Pages.Decoding;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>
/// Makes markup safe to parse in one linear scan, before the parser sees it: open elements beyond <see cref="MaxDepth"/> lose their tags, and so do
/// unclosed formatting elements beyond <see cref="MaxFormatting"/> (the parser opens each of them again in every paragraph); tags of absurd size lose
/// their attributes; comments and scripts go. Text is never dropped.
/// </summary>
/// <remarks>
/// The scan cannot know exactly what a parser does with broken markup, so nothing it takes for something other than a tag may still hold one:
/// comments and scripts are removed, and in titles, text areas and style sheets <c>&lt;</c> is replaced. The parser then sees no more tags than the scan counted.
/// </remarks>
internal sealed class MarkupGuard
{
    /// <summary>Most elements open at once.</summary>
    public const int MaxDepth = 256;

    /// <summary>Most formatting elements (<c>b</c>, <c>font</c>, …) open at once.</summary>
    public const int MaxFormatting = 48;

    /// <summary>Longest tag kept as it is, in UTF-16 units.</summary>
    public const int MaxTagLength = 16_384;

    private const int MaxLinkedData = 16;
    private const int MaxLinkedDataLength = 200_000;

    private readonly List<string> _linkedData = [];
    private readonly string _html;
    private readonly StringBuilder _result;
    private readonly OpenElements _open = new();
    private int _copied;

    private MarkupGuard(string html)
    {
        _html = html;
        _result = new StringBuilder(html.Length);
    }

    /// <summary>The safe markup, how many scripts it held, and what those among them hold that are data (JSON-LD).</summary>
    public static (string Html, int Scripts, IReadOnlyList<string> LinkedData) Clean(string html)
    {
        var guard = new MarkupGuard(html);
        guard.Scan();
        return (guard._result.ToString(), guard.Scripts, guard._linkedData);
    }

    private int Scripts { get; set; }

    private void Scan()
    {
        var at = _html.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0 && at + 1 < _html.Length)
        {
            var next = _html[at + 1];
            var end = next switch
            {
                '!' => Declaration(at),
                '?' => Drop(at, AfterClose(at)),
                '/' => at + 2 < _html.Length && char.IsAsciiLetter(_html[at + 2]) ? EndTag(at) : Drop(at, AfterClose(at)),
                _ => char.IsAsciiLetter(next) ? StartTag(at) : at + 1,
            };
            at = end >= _html.Length ? -1 : _html.IndexOf('<', end);
        }
        Copy(_html.Length);
    }

    private void KeepLinkedData(ReadOnlySpan<char> attributes, int from, int to)
    {
        if (_linkedData.Count < MaxLinkedData && to - from <= MaxLinkedDataLength && attributes.Contains("application/ld+json", StringComparison.OrdinalIgnoreCase))
        {
            var content = _html.AsSpan(from, to - from);
            var endTag = content.LastIndexOf("</");
            _linkedData.Add(content[..(endTag < 0 ? content.Length : endTag)].Trim().ToString());
        }
    }

    private int Declaration(int at)
    {
        if (!_html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = AfterClose(at);
            return _html.AsSpan(at).StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) && end - at <= MaxTagLength ? end : Drop(at, end);
        }
        var body = at + 4;
        var tail = _html.AsSpan(body);
        if (tail.StartsWith(">", StringComparison.Ordinal) || tail.StartsWith("->", StringComparison.Ordinal))
        {
            return Drop(at, body + (tail[0] == '>' ? 1 : 2));
        }
        var plain = tail.IndexOf("-->", StringComparison.Ordinal);
        var bang = (plain < 0 ? tail : tail[..plain]).IndexOf("--!>", StringComparison.Ordinal);
        return Drop(at, bang >= 0 ? body + bang + 4 : plain >= 0 ? body + plain + 3 : _html.Length);
    }

    private int StartTag(int at)
    {
        var nameEnd = NameEnd(at + 1);
        var end = TagEnd(nameEnd, out var attributes);
        if (nameEnd - at > 64)
        {
            return Drop(at, end);
        }
        var name = ElementNames.Lower(_html.AsSpan(at + 1, nameEnd - at - 1));
        switch (name)
        {
            case "script":
                Scripts++;
                var behind = ScriptEnd(end);
                KeepLinkedData(_html.AsSpan(nameEnd, end - nameEnd), end, behind);
                return Drop(at, behind);
            case "title" or "textarea" or "style" or "xmp" or "iframe" or "noembed" or "noframes":
                Keep(at, end, attributes);
                return Disarm(end, name);
            case "plaintext":
                return Drop(at, end);
        }
        if (!_open.TryOpen(name, isSelfClosing: end - 2 > at && _html[end - 2] == '/'))
        {
            return Drop(at, end);
        }
        Keep(at, end, attributes);
        return end;
    }

    private int EndTag(int at)
    {
        var nameEnd = NameEnd(at + 2);
        var end = TagEnd(nameEnd, out _);
        return nameEnd - at > 64 || !_open.TryClose(ElementNames.Lower(_html.AsSpan(at + 2, nameEnd - at - 2))) ? Drop(at, end) : end;
    }

    private int NameEnd(int at)
    {
        while (at < _html.Length && !TagText.IsSpace(_html[at]) && _html[at] is not ('/' or '>'))
        {
            at++;
        }
        return at;
    }

    private int TagEnd(int at, out int attributes)
    {
        attributes = 0;
        while (TagText.NextAttribute(_html, ref at, out _, out _))
        {
            attributes++;
        }
        return Math.Min(at + 1, _html.Length);
    }

    private int AfterClose(int at)
    {
        var close = _html.IndexOf('>', at);
        return close < 0 ? _html.Length : close + 1;
    }

    /// <summary>Where an element ends whose content is no markup: at its end tag, and behind it.</summary>
    private (int EndTag, int Next) RawTextEnd(int from, string name)
    {
        for (var at = _html.IndexOf("</", from, StringComparison.Ordinal); at >= 0; at = _html.IndexOf("</", at + 2, StringComparison.Ordinal))
        {
            var behind = at + 2 + name.Length;
            if (behind < _html.Length && _html.AsSpan(at + 2, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
                && (TagText.IsSpace(_html[behind]) || _html[behind] is '/' or '>'))
            {
                return (at, TagEnd(behind, out _));
            }
        }
        return (_html.Length, _html.Length);
    }

    /// <summary>Behind a script's end tag. A script that opens a comment and in it another script has two end tags (§13.2.5.15 to .31, "escaped" and "double escaped").</summary>
    private int ScriptEnd(int from)
    {
        var (isEscaped, isDouble) = (false, false);
        for (var at = _html.AsSpan(from).IndexOfAny('<', '-') + from; at >= from && at < _html.Length;)
        {
            if (_html[at] == '-')
            {
                var isCommentEnd = isEscaped && _html.AsSpan(at).StartsWith("-->", StringComparison.Ordinal);
                (isEscaped, isDouble) = (isEscaped && !isCommentEnd, isDouble && !isCommentEnd);
            }
            else if (_html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                isEscaped = true;
                at += 1;
            }
            else if (IsScriptTag(at + 1))
            {
                isDouble |= isEscaped;
            }
            else if (at + 1 < _html.Length && _html[at + 1] == '/' && IsScriptTag(at + 2))
            {
                if (!isDouble)
                {
                    return TagEnd(at + 8, out _);
                }
                isDouble = false;
            }
            var next = _html.AsSpan(at + 1).IndexOfAny('<', '-');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return _html.Length;
    }

    private bool IsScriptTag(int at) =>
        at + 6 < _html.Length && _html.AsSpan(at, 6).Equals("script", StringComparison.OrdinalIgnoreCase) && (TagText.IsSpace(_html[at + 6]) || _html[at + 6] is '/' or '>');

    private void Copy(int to)
    {
        _result.Append(_html, _copied, to - _copied);
        _copied = to;
    }

    private int Drop(int from, int to)
    {
        Copy(from);
        _copied = to;
        return to;
    }

    /// <summary>Keeps a tag; one of absurd size keeps only its first attributes of sane size.</summary>
    private void Keep(int from, int to, int attributes)
    {
        if (to - from <= MaxTagLength && attributes <= 128)
        {
            return;
        }
        Drop(from, to);
        var at = NameEnd(from + 1);
        _result.Append(_html, from, at - from);
        var kept = 0;
        while (kept < 64 && TagText.NextAttribute(_html, ref at, out var name, out var value))
        {
            var nameText = _html.AsSpan()[name];
            var valueText = _html.AsSpan()[value];
            if (nameText.Length <= 64 && valueText.Length <= 4_096)
            {
                kept++;
                _result.Append(' ').Append(nameText).Append("=\"").Append(valueText.ToString().Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
            }
        }
        _result.Append('>');
    }

    /// <summary>Copies the content of an element that holds no markup so that no parser can take it for some; the end tag stays.</summary>
    private int Disarm(int from, string name)
    {
        Copy(from);
        var (endTag, next) = RawTextEnd(from, name);
        if (_html.AsSpan(from, endTag - from).Contains('<'))
        {
            _result.Append(_html.AsSpan(from, endTag - from).ToString().Replace("<", "&lt;", StringComparison.Ordinal));
            _copied = endTag;
        }
        return next;
    }
}
