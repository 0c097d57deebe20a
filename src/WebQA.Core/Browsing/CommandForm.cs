using System.Globalization;
using System.Text.RegularExpressions;

namespace WebQA.Core.Browsing;

/// <summary>One command: its exact text, what it does, when it is legal, how it is read and written.</summary>
/// <param name="Name">Short name for interfaces: <c>search</c>, <c>click</c>, ...</param>
/// <param name="Usage">The form as policies see it, for example <c>Clicked on link &lt;link ID&gt;</c>.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Pattern">Matches the whole command line; group 1 is the argument.</param>
/// <param name="Read">Makes the action of a matching line; null where the argument is out of range.</param>
/// <param name="Write">The exact command text of an action of this form; null for an action of another form.</param>
/// <param name="IsLegal">Whether the command can do something in this state.</param>
public sealed record CommandForm(
    string Name,
    string Usage,
    string Description,
    Regex Pattern,
    Func<string, BrowserAction?> Read,
    Func<BrowserAction, string?> Write,
    Func<BrowsingSituation, bool> IsLegal);

/// <summary>What decides which commands are legal.</summary>
/// <param name="HasPage">A page or a results page is shown.</param>
/// <param name="CanQuote">The page shown may be quoted (a web page with text).</param>
/// <param name="LinkCount">Links on the page shown.</param>
/// <param name="CanGoBack">There is a previous page.</param>
/// <param name="CanScrollDown">There is text below the window.</param>
/// <param name="CanScrollUp">There is text above the window.</param>
public readonly record struct BrowsingSituation(
    bool HasPage, bool CanQuote, int LinkCount, bool CanGoBack, bool CanScrollDown, bool CanScrollUp);

internal static class CommandArguments
{
    public static int? Int(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static Regex Line(string pattern) =>
        new($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
}
