namespace WebQA.TextBrowser.Environments.Creation;

/// <summary>Why something in a source is not a page; as reports name it.</summary>
public static class SkipReason
{
    /// <summary>Neither HTML nor PDF nor text to be read by people: images, data, scripts, style sheets, archives.</summary>
    public const string OtherType = "other_type";

    /// <summary>No bytes.</summary>
    public const string Empty = "empty";

    /// <summary>More bytes than a page may have.</summary>
    public const string TooLarge = "too_large";

    /// <summary>A link in the file system; none is followed.</summary>
    public const string Link = "link";

    /// <summary>A name that begins with a point.</summary>
    public const string Hidden = "hidden";

    /// <summary>In folders deeper than anyone writes by hand.</summary>
    public const string TooDeep = "too_deep";

    /// <summary>It cannot be opened or read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Its address is not http or https, or longer than an address may be.</summary>
    public const string BadAddress = "bad_address";

    /// <summary>A record that cannot be read; the report says where.</summary>
    public const string Damaged = "damaged";

    /// <summary>A note that a page was the same as before, without the page.</summary>
    public const string Revisit = "revisit";

    /// <summary>An answer that leads on to another address.</summary>
    public const string Redirect = "redirect";

    /// <summary>An answer that is no page: not found, forbidden, a fault of the site.</summary>
    public const string HttpError = "http_error";

    /// <summary>The site's robots.txt does not allow it.</summary>
    public const string Robots = "robots";

    /// <summary>On another host than the sitemap's.</summary>
    public const string OtherSite = "other_site";

    /// <summary>The site did not answer, or had a fault of its own.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The guard does not allow the address.</summary>
    public const string Refused = "refused";
}
