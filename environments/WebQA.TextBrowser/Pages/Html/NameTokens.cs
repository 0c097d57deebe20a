namespace WebQA.TextBrowser.Pages.Html;

/// <summary>The words of an element's class, id and role, in lower case: <c>side-bar siteNav</c> has side, bar, site and nav, and both wholes.</summary>
internal sealed class NameTokens
{
    private static readonly NameTokens None = new(null);

    private readonly List<string>? _tokens;

    private NameTokens(List<string>? tokens) => _tokens = tokens;

    /// <summary>The words of an element.</summary>
    public static NameTokens Of(PageNode node) => Of(node.Attribute("class"), node.Attribute("id"));

    /// <summary>The words of a class attribute and an id.</summary>
    public static NameTokens Of(string? names, string? id)
    {
        if (string.IsNullOrEmpty(names) && string.IsNullOrEmpty(id))
        {
            return None;
        }
        var tokens = new List<string>();
        Add(tokens, names);
        Add(tokens, id);
        return new NameTokens(tokens);
    }

    /// <summary>Whether one of a set of words is there.</summary>
    public bool Overlaps(IReadOnlySet<string> words)
    {
        foreach (var token in _tokens ?? [])
        {
            if (words.Contains(token))
            {
                return true;
            }
        }
        return false;
    }

    private static void Add(List<string> tokens, string? text)
    {
        if (text is null || text.Length > 1_000)
        {
            return;
        }
        foreach (var name in text.Split(' ', '\t', '\n', '\r', '\f'))
        {
            if (name.Length == 0)
            {
                continue;
            }
            tokens.Add(name.ToLowerInvariant());
            var start = 0;
            for (var i = 1; i <= name.Length; i++)
            {
                var isEnd = i == name.Length || !char.IsAsciiLetter(name[i]) || char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
                if (isEnd)
                {
                    if (i > start)
                    {
                        tokens.Add(name[start..i].ToLowerInvariant());
                    }
                    start = i < name.Length && !char.IsAsciiLetter(name[i]) ? i + 1 : i;
                }
            }
        }
    }
}
