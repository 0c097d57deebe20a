namespace WebQA.TextBrowser.Pages.Html;

/// <summary>A selector of elements by name, id and class, with descendant and child combinators; others are not simple and are not judged.</summary>
internal sealed class StyleSelector
{
    private const int MaxParts = 6;

    private readonly List<(Compound Compound, bool IsChild)> _parts;

    private StyleSelector(List<(Compound, bool)> parts) => _parts = parts;

    private sealed record Compound(string? Name, string? Id, IReadOnlyList<string> Classes);

    /// <summary>What an element must have to be looked at: <c>#id</c>, <c>.class</c>, its name or <c>*</c>.</summary>
    public string Key => _parts[^1].Compound is var last && last.Id is not null ? "#" + last.Id
        : last.Classes.Count > 0 ? "." + last.Classes[0]
        : last.Name ?? "*";

    /// <summary>Ids count 10,000, classes 100, names 1.</summary>
    public int Specificity => _parts.Sum(p => (p.Compound.Id is null ? 0 : 10_000) + p.Compound.Classes.Count * 100 + (p.Compound.Name is null ? 0 : 1));

    /// <summary>Reads a selector; null where it is not simple.</summary>
    public static StyleSelector? Parse(string text)
    {
        var parts = new List<(Compound, bool)>();
        var isChild = false;
        foreach (var token in text.Replace(">", " > ", StringComparison.Ordinal).Split((char[])[' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (token == ">")
            {
                isChild = true;
                continue;
            }
            if (parts.Count == MaxParts || ParseCompound(token) is not { } compound)
            {
                return null;
            }
            parts.Add((compound, isChild));
            isChild = false;
        }
        return parts.Count > 0 && !isChild ? new StyleSelector(parts) : null;
    }

    /// <summary>Whether an element matches.</summary>
    public bool Matches(PageTree tree, int index)
    {
        if (!Matches(tree.Nodes[index], _parts[^1].Compound))
        {
            return false;
        }
        var part = _parts.Count - 1;
        var at = tree.Nodes[index].Parent;
        while (part > 0)
        {
            if (at < 0)
            {
                return false;
            }
            if (Matches(tree.Nodes[at], _parts[part - 1].Compound))
            {
                part--;
            }
            else if (_parts[part].IsChild)
            {
                return false;
            }
            at = tree.Nodes[at].Parent;
        }
        return true;
    }

    private static bool Matches(PageNode node, Compound compound) =>
        (compound.Name is null || compound.Name == node.Name)
        && (compound.Id is null || compound.Id == node.Attribute("id"))
        && HasAll(node, compound.Classes);

    private static bool HasAll(PageNode node, IReadOnlyList<string> classes)
    {
        for (var i = 0; i < classes.Count; i++)
        {
            if (Array.IndexOf(node.Classes, classes[i]) < 0)
            {
                return false;
            }
        }
        return true;
    }

    private static Compound? ParseCompound(string token)
    {
        string? name = null;
        string? id = null;
        var classes = new List<string>();
        var at = 0;
        while (at < token.Length)
        {
            var kind = token[at];
            var start = kind is '.' or '#' or '*' ? at + 1 : at;
            var end = start;
            while (end < token.Length && (char.IsLetterOrDigit(token[end]) || token[end] is '-' or '_'))
            {
                end++;
            }
            if (kind == '*' && at == 0 && end == start)
            {
                at = end;
                continue;
            }
            if (end == start || kind == '*')
            {
                return null;
            }
            switch (kind)
            {
                case '.': classes.Add(token[start..end]); break;
                case '#' when id is null: id = token[start..end]; break;
                default:
                    if (at > 0)
                    {
                        return null;
                    }
                    name = token[start..end].ToLowerInvariant();
                    break;
            }
            at = end;
        }
        return new Compound(name, id, classes);
    }
}
