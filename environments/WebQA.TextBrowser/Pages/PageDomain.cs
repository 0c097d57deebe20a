using System.Globalization;
using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Pages;

/// <summary>The host of a URL as observations show it: Unicode form, nothing stripped.</summary>
public static class PageDomain
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>The domain; empty where the URL has none.</summary>
    public static string Of(Uri url)
    {
        var host = url.IdnHost;
        if (!host.Contains("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return host.ToLowerInvariant();
        }
        try
        {
            return ReservedCharacters.ReplaceInLink(Idn.GetUnicode(host));
        }
        catch (ArgumentException)
        {
            return host;
        }
    }
}
