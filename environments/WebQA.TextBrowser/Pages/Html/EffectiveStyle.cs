using System.Globalization;

namespace WebQA.TextBrowser.Pages.Html;

/// <summary>The few computed properties that decide whether text can be seen.</summary>
/// <param name="HidesSubtree">Nothing inside can be seen, whatever it says.</param>
/// <param name="IsInvisible"><c>visibility: hidden</c>, which a descendant may undo.</param>
/// <param name="HasNoFontSize"><c>font-size: 0</c>, which a descendant may undo.</param>
/// <param name="IsFixed"><c>position: fixed</c> or sticky to the window.</param>
internal readonly record struct EffectiveStyle(bool HidesSubtree, bool IsInvisible, bool HasNoFontSize, bool IsFixed)
{
    private const double OffScreen = -500;

    /// <summary>What the root begins with.</summary>
    public static EffectiveStyle Default => default;

    /// <summary>Whether text directly inside cannot be seen.</summary>
    public bool HidesText => HidesSubtree || IsInvisible || HasNoFontSize;

    /// <summary>The style of a child with these declarations.</summary>
    public EffectiveStyle Of(IReadOnlyDictionary<string, string> declarations)
    {
        var own = this with { IsFixed = false };
        if (declarations.Count == 0)
        {
            return own;
        }
        return own with
        {
            HidesSubtree = HidesSubtree || Hides(declarations),
            IsInvisible = declarations.TryGetValue("visibility", out var visibility) ? visibility is "hidden" or "collapse" : IsInvisible,
            HasNoFontSize = declarations.TryGetValue("font-size", out var size) ? Length(size) is >= 0 and < 1 : HasNoFontSize,
            IsFixed = declarations.GetValueOrDefault("position") == "fixed",
        };
    }

    /// <summary>Whether a declaration hides text, alone or with others; a property that no rule of a page uses so need not be followed.</summary>
    public static bool MayHide(StyleDeclaration declaration) => declaration.Property switch
    {
        "display" => declaration.Value == "none",
        "visibility" or "content-visibility" => declaration.Value is "hidden" or "collapse",
        "opacity" => Number(declaration.Value) is >= 0 and < 0.05,
        "font-size" or "width" or "height" or "max-width" or "max-height" => Length(declaration.Value) is >= 0 and <= 1,
        "left" or "top" or "right" or "bottom" or "text-indent" or "margin-left" => Length(declaration.Value) <= OffScreen,
        "position" => declaration.Value is "absolute" or "fixed",
        _ => declaration.Property is "clip" or "clip-path",
    };

    private static bool Hides(IReadOnlyDictionary<string, string> style)
    {
        var isOutOfFlow = style.GetValueOrDefault("position") is "absolute" or "fixed";
        var isClipped = style.GetValueOrDefault("overflow") is "hidden" or "clip";
        return style.GetValueOrDefault("display") == "none"
            || style.GetValueOrDefault("content-visibility") == "hidden"
            || Number(style.GetValueOrDefault("opacity")) is >= 0 and < 0.05
            || isOutOfFlow && (IsFarOff(style, "left") || IsFarOff(style, "top") || IsFarOff(style, "right") || IsFarOff(style, "bottom"))
            || IsFarOff(style, "text-indent") || IsFarOff(style, "margin-left")
            || isClipped && (IsTiny(style, "width") || IsTiny(style, "height") || IsTiny(style, "max-height") || IsTiny(style, "max-width"))
            || isOutOfFlow && IsClippedAway(style);
    }

    private static bool IsClippedAway(IReadOnlyDictionary<string, string> style)
    {
        var clip = style.GetValueOrDefault("clip")?.Replace(" ", "", StringComparison.Ordinal).Replace("px", "", StringComparison.Ordinal) ?? string.Empty;
        var path = style.GetValueOrDefault("clip-path")?.Replace(" ", "", StringComparison.Ordinal) ?? string.Empty;
        return clip is "rect(0,0,0,0)" or "rect(1,1,1,1)" or "rect(0000)" or "rect(1111)" || path is "inset(50%)" or "inset(100%)" or "circle(0)";
    }

    private static bool IsFarOff(IReadOnlyDictionary<string, string> style, string property) =>
        style.TryGetValue(property, out var value) && Length(value) <= OffScreen;

    private static bool IsTiny(IReadOnlyDictionary<string, string> style, string property) =>
        style.TryGetValue(property, out var value) && Length(value) is >= 0 and <= 1;

    /// <summary>A length in pixels, roughly: 16 px an em, 10 px a per cent, which is enough to tell nothing, something and far away apart.</summary>
    private static double? Length(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '.' or '-' or '+'))
        {
            end++;
        }
        return Number(value[..end]) is { } number
            ? number * value[end..] switch
            {
                "" or "px" => 1,
                "em" or "rem" or "ch" or "ex" => 16,
                "%" or "vw" or "vh" => 10,
                "pt" => 1.33,
                _ => 16,
            }
            : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
