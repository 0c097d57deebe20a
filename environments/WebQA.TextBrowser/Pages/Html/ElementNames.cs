using System.Collections.Frozen;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>Sets of element names, by the parts of the HTML standard that define them.</summary>
internal static class ElementNames
{
    /// <summary>Elements that have no end tag (§13.1.2).</summary>
    public static readonly FrozenSet<string> Void = Set("area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr");

    /// <summary>Formatting elements (§13.2.4.2) that can pile up; of <c>a</c> only one is ever active.</summary>
    public static readonly FrozenSet<string> Formatting = Set("b big code em font i nobr s small strike strong tt u");

    /// <summary>Elements of the "special" category (§13.2.4.2).</summary>
    public static readonly FrozenSet<string> Special = Set(
        """
        address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div dl dt embed fieldset
        figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta
        nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th
        thead title tr track ul wbr xmp mi mo mn ms mtext annotation-xml foreignobject desc
        """);

    /// <summary>Elements that end a scope (§13.2.4.2, "has an element in scope").</summary>
    public static readonly FrozenSet<string> Scope = Set("applet caption table td th marquee object template mi mo mn ms mtext annotation-xml foreignobject desc");

    /// <summary>Elements that only a table holds.</summary>
    public static readonly FrozenSet<string> TablePart = Set("caption colgroup tbody td tfoot th thead tr");

    /// <summary>Elements whose start closes an open <c>p</c> (§13.2.6.4.7).</summary>
    public static readonly FrozenSet<string> ClosesParagraph = Set(
        """
        address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu
        nav ol p pre listing search section summary ul
        """);

    /// <summary>Start tags that leave SVG or MathML, or enter a part of it that holds HTML (§13.2.6.5).</summary>
    public static readonly FrozenSet<string> LeavesForeignContent = Set(
        """
        b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong
        strike sub sup table tt u ul var mi mo mn ms mtext annotation-xml foreignobject desc title
        """);

    /// <summary>Elements that stand on lines of their own.</summary>
    public static readonly FrozenSet<string> Block = Set(
        """
        address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup
        hr html legend li main menu nav noscript ol p pre listing xmp search section summary table tbody td tfoot th thead tr ul caption optgroup
        """);

    /// <summary>Elements that hold nothing to read.</summary>
    public static readonly FrozenSet<string> Silent = Set(
        "head script style title iframe object embed applet audio video canvas map select datalist noframes noembed progress meter param source track link meta base");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Void.Concat(Formatting).Concat(Special).Concat(Block).Concat(Silent).Concat(["a", "span", "label", "path", "svg", "g", "use", "time", "sup", "sub"])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A name in lower case; known names cost no memory.</summary>
    public static string Lower(ReadOnlySpan<char> name) => Known.TryGetValue(name, out var known) ? known : name.ToString().ToLowerInvariant();

    private static FrozenSet<string> Set(string names) =>
        names.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
