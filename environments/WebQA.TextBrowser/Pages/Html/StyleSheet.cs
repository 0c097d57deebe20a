using System.Collections.Frozen;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Reads style sheets as far as hiding text goes, in one pass; what is broken or unknown is skipped.</summary>
internal static class StyleSheet
{
    private const int MaxLength = 400_000;
    private const int MaxRules = 4_000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Properties = new[]
    {
        "display", "visibility", "opacity", "font-size", "position", "left", "top", "right", "bottom", "text-indent", "margin-left", "width", "height", "max-width",
        "max-height", "overflow", "clip", "clip-path", "content-visibility",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The rules whose selectors are simple enough to be judged without a browser.</summary>
    public static List<StyleRule> Parse(string css)
    {
        css = Without(css.Length > MaxLength ? css[..MaxLength] : css, "/*", "*/");
        // To a browser the brackets of <![CDATA[ open a block that swallows all rules up to its end.
        css = Without(css, "![CDATA[", "]]>");
        var rules = new List<StyleRule>();
        var at = 0;
        while (at < css.Length && rules.Count < MaxRules)
        {
            var open = css.IndexOf('{', at);
            if (open < 0)
            {
                break;
            }
            var head = css[at..open];
            var semicolon = head.LastIndexOfAny([';', '}']);
            head = head[(semicolon + 1)..].Trim();
            if (head.StartsWith('@'))
            {
                // The rules inside a group that applies are read in turn; a group that does not, or that holds no rules, is skipped whole.
                var isGroup = head.StartsWith("@media", StringComparison.OrdinalIgnoreCase) && MediaQuery.AppliesToScreen(head[6..]) || head.StartsWith("@layer", StringComparison.OrdinalIgnoreCase);
                at = isGroup ? open + 1 : BlockEnd(css, open);
                continue;
            }
            var close = css.IndexOf('}', open);
            close = close < 0 ? css.Length : close;
            var declarations = Declarations(css.AsSpan(open + 1, close - open - 1));
            if (declarations.Count > 0 && head.Length < 2_000)
            {
                rules.AddRange(head.Split(',').Select(StyleSelector.Parse).OfType<StyleSelector>().Select(s => new StyleRule(s, declarations)));
            }
            at = close + 1;
        }
        return rules;
    }

    /// <summary>The declarations that can hide text, from a rule or a <c>style</c> attribute.</summary>
    public static List<StyleDeclaration> Declarations(ReadOnlySpan<char> block)
    {
        var declarations = new List<StyleDeclaration>();
        foreach (var range in block.Split(';'))
        {
            var part = block[range];
            var colon = part.IndexOf(':');
            if (colon > 0 && Properties.TryGetValue(part[..colon].Trim(), out var property))
            {
                var value = part[(colon + 1)..].Trim().ToString().ToLowerInvariant();
                var important = value.IndexOf('!', StringComparison.Ordinal);
                declarations.Add(new StyleDeclaration(property, important < 0 ? value : value[..important].TrimEnd(), important >= 0));
            }
        }
        return declarations;
    }

    private static int BlockEnd(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] == '{' ? 1 : css[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }
        return css.Length;
    }

    private static string Without(string css, string start, string end)
    {
        if (!css.Contains(start, StringComparison.Ordinal))
        {
            return css;
        }
        var result = new System.Text.StringBuilder(css.Length);
        var at = 0;
        while (at < css.Length)
        {
            var open = css.IndexOf(start, at, StringComparison.Ordinal);
            open = open < 0 ? css.Length : open;
            result.Append(css, at, open - at).Append(' ');
            var close = open == css.Length ? -1 : css.IndexOf(end, open + start.Length, StringComparison.Ordinal);
            at = close < 0 ? css.Length : close + end.Length;
        }
        return result.ToString();
    }
}
