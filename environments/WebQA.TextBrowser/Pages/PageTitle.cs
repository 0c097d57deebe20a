using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages;

/// <summary>Titles of pages: one line, reserved characters replaced, at most <see cref="MaxLength"/> characters.</summary>
public static class PageTitle
{
    /// <summary>Longest title in UTF-16 units; more is cut at a word.</summary>
    public const int MaxLength = 300;

    /// <summary>A title as observations show it.</summary>
    public static string OneLine(string title)
    {
        // Only the beginning can be shown, so a title of megabytes is cut before it is cleaned.
        var line = ReservedCharacters.ReplaceInLink(PageCharacters.OneLine(title.Length > MaxLength * 8 ? title[..(MaxLength * 8)] : title));
        if (line.Length <= MaxLength)
        {
            return line;
        }
        var end = line.LastIndexOf(' ', MaxLength - 1);
        end = end < MaxLength / 2 ? MaxLength - 1 : end;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }
}
