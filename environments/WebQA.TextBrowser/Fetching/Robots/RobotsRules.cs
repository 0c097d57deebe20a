using System.Globalization;

namespace WebQA.TextBrowser.Fetching.Robots;

/// <summary>What a site's <c>robots.txt</c> says to one crawler.</summary>
/// <remarks>RFC 9309: groups of the same name are one, the longest matching rule counts, and allowing wins a tie. <c>Crawl-delay</c> is not in the RFC, but many sites say it.</remarks>
public sealed class RobotsRules
{
    /// <summary>Bytes that are read of a file; the RFC asks for 500 KiB at least.</summary>
    public const int MaxLength = 512 * 1024;

    private readonly IReadOnlyList<RobotsRule> _rules;

    private RobotsRules(IReadOnlyList<RobotsRule> rules, TimeSpan? delay = null, IReadOnlyList<string>? sitemaps = null) =>
        (_rules, CrawlDelay, Sitemaps) = (rules, delay, sitemaps ?? []);

    /// <summary>The rules of a site that has none.</summary>
    public static RobotsRules AllowAll { get; } = new([]);

    /// <summary>The rules of a site that cannot say them at the moment.</summary>
    public static RobotsRules DisallowAll { get; } = new([new RobotsRule("/", IsAllowed: false)]);

    /// <summary>How long the site wants to be left alone between two requests; null where it does not say.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Its sitemaps, as they are written.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>Reads a file; what is not understood is passed over.</summary>
    /// <param name="text">The file.</param>
    /// <param name="crawler">The crawler's name, without a version.</param>
    public static RobotsRules Parse(string text, string crawler)
    {
        var groups = RobotsGroups.Read(text[..Math.Min(text.Length, MaxLength)]);
        var mine = groups.Of(crawler);
        return new RobotsRules(mine.Rules, mine.Delay, groups.Sitemaps);
    }

    /// <summary>Whether a page may be asked for.</summary>
    public bool Allows(Uri url)
    {
        // In a path * and $ are themselves, and a rule that means them writes them escaped (§2.2.3).
        var place = RobotsRule.Of(url.PathAndQuery, isAllowed: true).Pattern.Replace("*", "%2A", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);
        if (url.AbsolutePath == "/robots.txt")
        {
            return true;
        }
        RobotsRule? longest = null;
        foreach (var rule in _rules.Where(r => r.Matches(place)))
        {
            if (longest is null || rule.Pattern.Length > longest.Pattern.Length || rule.Pattern.Length == longest.Pattern.Length && rule.IsAllowed)
            {
                longest = rule;
            }
        }
        return longest?.IsAllowed ?? true;
    }

    /// <summary>Seconds as a site writes them, at most an hour; null where they cannot be read.</summary>
    internal static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 3_600)) : null;
}
