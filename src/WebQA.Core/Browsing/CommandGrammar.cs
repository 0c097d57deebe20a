using System.Diagnostics.CodeAnalysis;
using System.Text;
using static WebQA.Core.Browsing.CommandArguments;

namespace WebQA.Core.Browsing;

/// <summary>The commands of the text browser. This list feeds the parser, the instructions, the legal commands of a state, the UI and the docs.</summary>
/// <remarks>WebGPT table 1, exact strings. There is no command that types a URL, submits a form or logs in.</remarks>
public static class CommandGrammar
{
    /// <summary>Every command form, in the order of the paper's table.</summary>
    public static IReadOnlyList<CommandForm> Forms { get; } =
    [
        new("search", "Search <query>", "Send the query to the search engine and show a page of results.",
            Line(@"Search (\S.*)"), q => new BrowserAction.Search(q),
            a => a is BrowserAction.Search s ? $"Search {s.Query}" : null, _ => true),
        new("click", "Clicked on link <link ID>", "Follow the link with that id.",
            Line(@"Clicked on link (\d{1,6})"), n => Int(n) is { } id ? new BrowserAction.Click(id) : null,
            a => a is BrowserAction.Click c ? $"Clicked on link {c.LinkId}" : null, s => s.LinkCount > 0),
        new("find", "Find in page: <text>", "Scroll to the next occurrence of the text.",
            Line(@"Find in page: ?(\S.*)"), t => new BrowserAction.Find(t),
            a => a is BrowserAction.Find f ? $"Find in page: {f.Text}" : null, s => s.HasPage),
        new("quote", "Quote: <text>", "If the text is found in the current page, add it as a reference. <start>━<end> abbreviates a long one.",
            Line(@"Quote: ?(\S.*)"), t => new BrowserAction.Quote(t),
            a => a is BrowserAction.Quote q ? $"Quote: {q.Text}" : null, s => s.CanQuote),
        new("scroll-down", "Scrolled down <1, 2, 3>", "Scroll down that many windows.",
            Line(@"Scrolled down ([123])"), n => Int(n) is { } k ? new BrowserAction.ScrollDown(k) : null,
            a => a is BrowserAction.ScrollDown d ? $"Scrolled down {d.Windows}" : null, s => s.CanScrollDown),
        new("scroll-up", "Scrolled up <1, 2, 3>", "Scroll up that many windows.",
            Line(@"Scrolled up ([123])"), n => Int(n) is { } k ? new BrowserAction.ScrollUp(k) : null,
            a => a is BrowserAction.ScrollUp u ? $"Scrolled up {u.Windows}" : null, s => s.CanScrollUp),
        new("top", "Top", "Scroll to the top of the page.",
            Line("(Top)"), _ => new BrowserAction.Top(), a => a is BrowserAction.Top ? "Top" : null, s => s.CanScrollUp),
        new("back", "Back", "Go to the previous page.",
            Line("(Back)"), _ => new BrowserAction.Back(), a => a is BrowserAction.Back ? "Back" : null, s => s.CanGoBack),
        new("end", "End: Answer", "End browsing and go on to answering.",
            Line("End: (Answer)"), _ => new BrowserAction.End(EndKind.Answer),
            a => a is BrowserAction.End { Kind: EndKind.Answer } ? "End: Answer" : null, _ => true),
        new("end-without-answer", "End: <Nonsense, Controversial>", "End browsing and skip answering.",
            Line("End: (Nonsense|Controversial)"), k => new BrowserAction.End(Enum.Parse<EndKind>(k)),
            a => a is BrowserAction.End { Kind: not EndKind.Answer } e ? $"End: {e.Kind}" : null, _ => true),
    ];

    /// <summary>The command of a policy's output: its first non-empty line, trimmed; further lines are logged, not read.</summary>
    public static string CommandLine(string output)
    {
        foreach (var line in output.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 0)
            {
                return trimmed.ToString();
            }
        }
        return string.Empty;
    }

    /// <summary>Reads a command line. Anything but an exact form is invalid.</summary>
    public static bool TryParse(string commandLine, [NotNullWhen(true)] out BrowserAction? action)
    {
        foreach (var form in Forms)
        {
            var match = form.Pattern.Match(commandLine);
            if (match.Success && form.Read(match.Groups[1].Value) is { } read)
            {
                action = read;
                return true;
            }
        }
        action = null;
        return false;
    }

    /// <summary>The exact command text of an action.</summary>
    public static string Write(BrowserAction action) =>
        Forms.Select(f => f.Write(action)).First(text => text is not null)!;

    /// <summary>The forms that can do something in a state, for masking a policy.</summary>
    public static IReadOnlyList<CommandForm> Legal(BrowsingSituation situation) =>
        [.. Forms.Where(f => f.IsLegal(situation))];

    /// <summary>The command table as plain text, for the instructions of a policy.</summary>
    public static string Describe()
    {
        var width = Forms.Max(f => f.Usage.Length);
        var text = new StringBuilder();
        foreach (var form in Forms)
        {
            text.Append(form.Usage.PadRight(width)).Append("  ").Append(form.Description).Append('\n');
        }
        return text.ToString();
    }
}
