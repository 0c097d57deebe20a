namespace WebQA.TextBrowser.Pages.Decoding;

/// <summary>Reads the inside of tags as the HTML tokenizer does, without building anything.</summary>
/// <remarks>WHATWG HTML §13.2.5.32 to .39.</remarks>
internal static class TagText
{
    /// <summary>The next attribute of a tag.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="at">Behind the tag's name or the attribute before; on false at the tag's <c>&gt;</c> or the end of the text.</param>
    /// <param name="name">Where the name stands.</param>
    /// <param name="value">Where the value stands, without its quotes; empty where there is none.</param>
    public static bool NextAttribute(string html, ref int at, out Range name, out Range value)
    {
        while (at < html.Length && (IsSpace(html[at]) || html[at] == '/'))
        {
            at++;
        }
        (name, value) = (at..at, at..at);
        if (at >= html.Length || html[at] == '>')
        {
            return false;
        }
        var start = at++;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('/' or '>' or '='))
        {
            at++;
        }
        (name, value) = (start..at, at..at);
        var equals = at;
        while (equals < html.Length && IsSpace(html[equals]))
        {
            equals++;
        }
        if (equals >= html.Length || html[equals] != '=')
        {
            return true;
        }
        at = equals + 1;
        while (at < html.Length && IsSpace(html[at]))
        {
            at++;
        }
        if (at < html.Length && html[at] is '"' or '\'')
        {
            var close = html.IndexOf(html[at], at + 1);
            close = close < 0 ? html.Length : close;
            value = (at + 1)..close;
            at = Math.Min(close + 1, html.Length);
            return true;
        }
        start = at;
        while (at < html.Length && !IsSpace(html[at]) && html[at] != '>')
        {
            at++;
        }
        value = start..at;
        return true;
    }

    /// <summary>White space between attributes.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';
}
