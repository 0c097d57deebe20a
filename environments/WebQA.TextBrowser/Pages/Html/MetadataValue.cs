using System.Globalization;
using System.Net;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Names and days as pages write them for machines.</summary>
internal static class MetadataValue
{
    /// <summary>Most authors that are kept.</summary>
    public const int MaxNames = 20;

    private const int MaxName = 100;

    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "d.M.yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy"];

    private static readonly string[] Prefixes = ["by ", "von ", "por ", "par "];

    /// <summary>A name on one line; null for what is none: an address, or words at length.</summary>
    public static string? Name(string? text)
    {
        var name = PageTitle.OneLine(WebUtility.HtmlDecode(text ?? string.Empty)).TrimEnd(',', ';', ':', ' ');
        var prefix = Array.Find(Prefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        name = prefix is null ? name : name[prefix.Length..].TrimStart();
        return name.Length is 0 or > MaxName || name.Contains("://", StringComparison.Ordinal) || name[0] == '@' ? null : name;
    }

    /// <summary>The day that a text begins with; null where it begins with none.</summary>
    public static DateOnly? Day(string? text)
    {
        text = text?.Trim() ?? string.Empty;
        var end = text.AsSpan().IndexOfAny('T', ' ');
        string[] candidates = end is > 0 ? [text[..end], text] : [text];
        foreach (var candidate in candidates)
        {
            if (DateOnly.TryParseExact(candidate, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1800 and <= 2200)
            {
                return day;
            }
        }
        return null;
    }
}
