using System.Globalization;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Counts the items of an ordered list as a browser does.</summary>
internal sealed class ListNumbers(int next, int step, string? type)
{
    private int _next = next;

    /// <summary>The numbers of an <c>ol</c>: its start, direction and kind.</summary>
    public static ListNumbers Of(PageNode list)
    {
        var isReversed = list.Element!.HasAttribute("reversed");
        var items = isReversed ? list.Element.ChildElementCount : 0;
        return new ListNumbers(Number(list.Attribute("start")) ?? (isReversed ? items : 1), isReversed ? -1 : 1, list.Attribute("type"));
    }

    /// <summary>The mark of the next item, for example <c>3. </c>.</summary>
    public string Next(PageNode item)
    {
        var number = Number(item.Attribute("value")) ?? _next;
        _next = number + step;
        return number is >= 1 and <= 26 && type is "a" or "A"
            ? $"{(char)(type[0] + number - 1)}. "
            : string.Create(CultureInfo.InvariantCulture, $"{number}. ");
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            && Math.Abs((long)number) < 1_000_000
            ? number
            : null;
}
