namespace WebQA.TextBrowser.Pages.Html;

/// <summary>A rule with one selector.</summary>
internal sealed record StyleRule(StyleSelector Selector, IReadOnlyList<StyleDeclaration> Declarations);

/// <summary>A declaration of a property that can hide text, in lower case.</summary>
internal readonly record struct StyleDeclaration(string Property, string Value, bool IsImportant);
