namespace WebQA.TextBrowser.Pages.Html;

/// <summary>The rules of a page's own style sheets that may hide text, by the last part of their selectors.</summary>
internal sealed class StyleRules
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<StyleRule>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StyleRule>> _byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StyleRule>> _byId = new(StringComparer.Ordinal);

    /// <summary>Reads the style elements of a page; what is not understood is skipped.</summary>
    public static StyleRules Of(PageTree tree)
    {
        var all = tree.Nodes.Where(n => n.Name == "style" && IsForScreens(n.Attribute("media"))).SelectMany(n => StyleSheet.Parse(n.Element!.TextContent)).ToList();
        var followed = all.SelectMany(r => r.Declarations).Where(EffectiveStyle.MayHide).Select(d => d.Property).ToHashSet(StringComparer.Ordinal);
        if (followed.Overlaps(["width", "height", "max-width", "max-height"]))
        {
            followed.Add("overflow");
        }
        var rules = new StyleRules();
        foreach (var rule in all)
        {
            var declarations = rule.Declarations.Where(d => followed.Contains(d.Property)).ToList();
            if (declarations.Count > 0)
            {
                rules.Add(rule with { Declarations = declarations });
            }
        }
        return rules;
    }

    private void Add(StyleRule rule)
    {
        var (byKey, key) = rule.Selector.Key switch
        {
            ['#', .. var id] => (_byId, id),
            ['.', .. var name] => (_byClass, name),
            var name => (_byKey, name),
        };
        if (!byKey.TryGetValue(key, out var list))
        {
            byKey.Add(key, list = []);
        }
        list.Add(rule);
    }

    /// <summary>The declarations that apply to an element, the strongest of each property; values in lower case.</summary>
    public IReadOnlyDictionary<string, string> Declarations(PageTree tree, int index)
    {
        var node = tree.Nodes[index];
        var inline = node.Attribute("style");
        List<StyleRule>? matching = null;
        if (_byKey.Count + _byClass.Count + _byId.Count > 0)
        {
            Collect(_byKey, "*");
            Collect(_byKey, node.Name);
            if (_byId.Count > 0 && node.Attribute("id") is { Length: > 0 } id)
            {
                Collect(_byId, id);
            }
            foreach (var name in node.Classes)
            {
                Collect(_byClass, name);
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

        void Collect(Dictionary<string, List<StyleRule>> byKey, string key)
        {
            if (byKey.TryGetValue(key, out var rules))
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

    private static bool IsForScreens(string? media) => media is null || MediaQuery.AppliesToScreen(media);
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
