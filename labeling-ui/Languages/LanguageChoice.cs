using System.Globalization;

namespace WebQA.LabelingUi.Languages;

/// <summary>Which language a request is answered in: the one the person chose (a cookie, set by language.js), else the first of their browser's that the app speaks.</summary>
/// <remarks>
/// Only the language changes, and with it what is written for people by <see cref="Resources.Say"/>; <see cref="CultureInfo.CurrentCulture"/> stays
/// that of no country, so that nothing stored or sent depends on who asked. A circuit keeps the language of the request that opened it.
/// </remarks>
internal static class LanguageChoice
{
    public const string Cookie = "webqa-language";

    public static void UseLanguages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        CultureInfo.CurrentUICulture = Of(context.Request).Culture;
        return next(context);
    });

    internal static Language Of(HttpRequest request) => Language.Of(request.Cookies[Cookie]) ?? OfBrowser(request) ?? Language.English;

    private static Language? OfBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(static wanted => wanted.Quality is not 0)
        .OrderByDescending(static wanted => wanted.Quality ?? 1)
        .Select(static wanted => Language.Of(wanted.Value.Value))
        .FirstOrDefault(static language => language is not null);
}
