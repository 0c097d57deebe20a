using System.Globalization;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Media queries as far as a desktop's screen goes: kinds of media, and bounds of width.</summary>
internal static class MediaQuery
{
    /// <summary>The width of the window in CSS pixels, as of the browser that renders pages.</summary>
    private const double Width = 1280;

    private const double PixelsPerEm = 16;

    /// <summary>Whether one of the queries of a list holds; one that asks for anything else than kind and width does not.</summary>
    public static bool AppliesToScreen(string media) =>
        string.IsNullOrWhiteSpace(media) || media.ToLowerInvariant().Split(',').Any(Holds);

    private static bool Holds(string query)
    {
        query = query.Trim();
        query = query.StartsWith("only ", StringComparison.Ordinal) ? query[5..] : query;
        return query.Split(" and ", StringSplitOptions.TrimEntries).All(part => part is "all" or "screen" || HoldsBound(part));
    }

    /// <summary><c>(min-width: 40em)</c> and <c>(max-width: 600px)</c>.</summary>
    private static bool HoldsBound(string part)
    {
        if (part is not ['(', .. var bound, ')'] || bound.Split(':', StringSplitOptions.TrimEntries) is not [var feature, var length])
        {
            return false;
        }
        return (feature, Pixels(length)) switch
        {
            ("min-width", { } pixels) => pixels <= Width,
            ("max-width", { } pixels) => pixels >= Width,
            _ => false,
        };
    }

    private static double? Pixels(string length)
    {
        var isEm = length.EndsWith("em", StringComparison.Ordinal);
        var number = length.TrimEnd('r', 'e', 'm', 'p', 'x', ' ');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value * (isEm ? PixelsPerEm : 1) : null;
    }
}
