using System.Globalization;

namespace WebQA.LabelingUi.Languages;

/// <summary>A language that the app speaks: there is a resource file of it beside each English one.</summary>
/// <param name="Code">As in <c>lang</c> attributes and the names of resource files.</param>
/// <param name="Name">In itself.</param>
/// <param name="Culture">How it writes numbers and dates.</param>
internal sealed record Language(string Code, string Name, CultureInfo Culture)
{
    /// <summary>English is what all else falls back to, so its numbers are those of no country.</summary>
    public static readonly Language English = new("en", "English", CultureInfo.InvariantCulture);

    public static readonly Language German = new("de", "Deutsch", CultureInfo.GetCultureInfo("de"));

    public static IReadOnlyList<Language> All { get; } = [English, German];

    /// <summary>The one in which the page at hand is written.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The language of a tag such as <c>de</c> or <c>de-AT</c>; null where the app does not speak it.</summary>
    public static Language? Of(string? tag) => All.FirstOrDefault(language => string.Equals(language.Code, tag?.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
