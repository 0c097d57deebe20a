namespace WebQA.TextBrowser.Pages.Html;

/// <summary>The rules of a page's own style sheets that may hide text, by the last part of their selectors.</summary>
internal sealed class StyleRules
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<StyleRule>> _byKey = new(StringComparer.Ordinal);

    /// <summary>Reads the style elements of a page; what is not understood is skipped.</summary>
    public static StyleRules Of(PageTree tree)
    {
        var rules = new StyleRules();
        foreach (var node in tree.Nodes)
        {
            if (node.Name == "style" && IsForScreens(node.Attribute("media")))
            {
                foreach (var rule in StyleSheet.Parse(node.Element!.TextContent))
                {
                    var key = rule.Selector.Key;
                    if (!rules._byKey.TryGetValue(key, out var list))
                    {
                        rules._byKey.Add(key, list = []);
                    }
                    list.Add(rule);
                }
            }
        }
        return rules;
    }

    /// <summary>The declarations that apply to an element, the strongest of each property; values in lower case.</summary>
    public IReadOnlyDictionary<string, string> Declarations(PageTree tree, int index)
    {
        var node = tree.Nodes[index];
        var inline = node.Attribute("style");
        List<StyleRule>? matching = null;
        if (_byKey.Count > 0)
        {
            Collect("*");
            Collect(node.Name);
            if (node.Element!.Id is { Length: > 0 } id)
            {
                Collect("#" + id);
            }
            foreach (var name in node.Element.ClassList)
            {
                Collect("." + name);
            }
        }
        if (matching is null && inline is null)
        {
            return Nothing;
        }
        var cascade = new Cascade();
        foreach (var rule in (matching ?? []).OrderBy(r => r.Selector.Specificity))
        {
            cascade.Apply(rule.Declarations);
        }
        if (inline is not null)
        {
            cascade.Apply(StyleSheet.Declarations(inline));
        }
        return cascade.Result;

        void Collect(string key)
        {
            if (_byKey.TryGetValue(key, out var rules))
            {
                foreach (var rule in rules)
                {
                    if (rule.Selector.Matches(tree, index))
                    {
                        (matching ??= []).Add(rule);
                    }
                }
            }
        }
    }

    private static bool IsForScreens(string? media) => media is null || StyleSheet.AppliesToScreens(media);
}

/// <summary>Keeps the strongest declaration of each property: a later one wins, unless the earlier is important and it is not.</summary>
internal sealed class Cascade
{
    private readonly Dictionary<string, (string Value, bool IsImportant)> _winners = new(StringComparer.Ordinal);

    /// <summary>The winners.</summary>
    public IReadOnlyDictionary<string, string> Result => _winners.ToDictionary(w => w.Key, w => w.Value.Value, StringComparer.Ordinal);

    /// <summary>Adds declarations of at least the strength of all before.</summary>
    public void Apply(IEnumerable<StyleDeclaration> declarations)
    {
        foreach (var declaration in declarations)
        {
            if (declaration.IsImportant || !_winners.TryGetValue(declaration.Property, out var earlier) || !earlier.IsImportant)
            {
                _winners[declaration.Property] = (declaration.Value, declaration.IsImportant);
            }
        }
    }
}
