using System.Globalization;
using Microsoft.AspNetCore.Http;
using WebQA.LabelingUi.Languages;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Tests.Languages;

public sealed class LanguageChoiceTests
{
    [Theory]
    [InlineData(null, null, "en")]
    [InlineData(null, "fr-FR, de-AT;q=0.8, en;q=0.5", "de")]
    [InlineData(null, "en-GB, de;q=0.9", "en")]
    [InlineData(null, "de;q=0, fr", "en")]
    [InlineData(null, "not a language;;q=x", "en")]
    [InlineData("en", "de", "en")]
    [InlineData("de", "en", "de")]
    [InlineData("<script>", "de", "de")]
    public void What_the_person_chose_goes_before_what_the_browser_asks_for(string? chosen, string? browser, string expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = browser;
        request.Headers.Cookie = chosen is null ? null : $"{LanguageChoice.Cookie}={Uri.EscapeDataString(chosen)}";

        Assert.Equal(expected, LanguageChoice.Of(request).Code);
    }

    [Fact]
    public void Numbers_dates_and_plural_forms_are_those_of_the_language()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Language.German.Culture;

            Assert.Equal(("1 Zitat", "2 Zitate"), (Say.Quotes(1), Say.Quotes(2)));
            Assert.Equal(("2,4 s", "3 min 12 s"), (Say.Duration(TimeSpan.FromSeconds(2.4)), Say.Duration(TimeSpan.FromSeconds(192))));
            Assert.Equal("1.234 Anfragen in diesem Monat", Say.With(Strings.ManyThisMonth, 1_234));
            Assert.Equal("3. März 2026", Say.Day(new DateOnly(2026, 3, 3)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
        Assert.Equal("1,234 requests this month", Say.With(Strings.ManyThisMonth, 1_234));
    }
}
