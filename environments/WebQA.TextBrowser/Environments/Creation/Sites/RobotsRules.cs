using System.Globalization;
using System.Text;

namespace WebQA.TextBrowser.Environments.Creation.Sites;

/// <summary>What a site's <c>robots.txt</c> says to this program.</summary>
/// <remarks>RFC 9309, with <c>Crawl-delay</c>, which it leaves to others. Of rules that match the longest counts, and of equals the one that allows.</remarks>
internal sealed class RobotsRules
{
    /// <summary>The name under which robots.txt files know this program.</summary>
    public const string Agent = "webqa";

    /// <summary>Bytes that are read; RFC 9309 §2.5 asks for at least 500 KiB.</summary>
    public const int MaxBytes = 512 * 1024;

    private readonly List<(string Pattern, bool Allows)> _rules = [];

    private RobotsRules()
    {
    }

    /// <summary>Everything may be asked for.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Nothing may: the file could not be had (RFC 9309 §2.3.1.4).</summary>
    public static RobotsRules Closed { get; } = Parse("User-agent: *\nDisallow: /");

    /// <summary>Wait between requests that the site asks for; null where it does not.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>The sitemaps that the file names, for whomever.</summary>
    public IReadOnlyList<string> Sitemaps { get; private set; } = [];

    /// <summary>Reads a file; lines that are none of its grammar are left out.</summary>
    public static RobotsRules Parse(string text)
    {
        var sitemaps = new List<string>();
        var groups = new List<(List<string> Agents, RobotsRules Rules)>();
        var isNaming = false;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var content = line.Split('#')[0];
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            var value = content[(colon + 1)..].Trim();
            switch (colon < 0 ? string.Empty : content[..colon].Trim().ToLowerInvariant())
            {
                case "user-agent":
                    if (!isNaming)
                    {
                        groups.Add(([], new RobotsRules()));
                    }
                    groups[^1].Agents.Add(TokenOf(value));
                    isNaming = true;
                    break;
                case "sitemap":
                    sitemaps.Add(value);
                    break;
                case "allow" or "disallow" or "crawl-delay" when groups.Count > 0:
                    groups[^1].Rules.Add(content[..colon].Trim().ToLowerInvariant(), value);
                    isNaming = false;
                    break;
            }
        }
        return For(groups.Exists(static g => g.Agents.Contains(Agent)) ? Agent : "*", groups, sitemaps);
    }

    /// <summary>Whether an address may be asked for.</summary>
    public bool Allows(Uri url)
    {
        var path = Normal(url.PathAndQuery).Replace("*", "%2A", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);
        if (path == "/robots.txt")
        {
            return true;
        }
        var matching = _rules.Where(rule => Matches(rule.Pattern, path)).ToList();
        var longest = matching.Count == 0 ? 0 : matching.Max(static rule => rule.Pattern.Length);
        return matching.Count == 0 || matching.Exists(rule => rule.Pattern.Length == longest && rule.Allows);
    }

    private static RobotsRules For(string agent, List<(List<string> Agents, RobotsRules Rules)> groups, List<string> sitemaps)
    {
        var merged = new RobotsRules { Sitemaps = sitemaps };
        foreach (var (_, rules) in groups.Where(g => g.Agents.Contains(agent)))
        {
            merged._rules.AddRange(rules._rules);
            merged.Delay ??= rules.Delay;
        }
        return merged;
    }

    private static string TokenOf(string value) =>
        value.StartsWith('*') ? "*" : string.Concat(value.TakeWhile(static c => char.IsAsciiLetter(c) || c is '-' or '_')).ToLowerInvariant();

    private void Add(string key, string value)
    {
        if (key == "crawl-delay")
        {
            Delay = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : Delay;
        }
        else if (value.Length > 0)
        {
            _rules.Add((Normal(value), key == "allow"));
        }
    }

    /// <summary>Escapes written one way, so that octets are compared (§2.2.2): what may stand plain does, all else is <c>%XX</c>.</summary>
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var octet = isEscape ? Convert.ToByte(Encoding.ASCII.GetString(bytes, i + 1, 2), 16) : bytes[i];
            i += isEscape ? 2 : 0;
            var isPlain = isEscape ? char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' : octet is > 0x20 and < 0x7F;
            normal.Append(isPlain ? ((char)octet).ToString() : $"%{octet:X2}");
        }
        return normal.ToString();
    }

    /// <summary>Whether a path begins as a pattern says; <c>*</c> stands for anything, <c>$</c> at the end for the end.</summary>
    private static bool Matches(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var isLast = isWhole && i == parts.Length - 1;
            var found = isLast ? path.Length - parts[i].Length : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at || isLast && !path.EndsWith(parts[i], StringComparison.Ordinal))
            {
                return false;
            }
            at = found + parts[i].Length;
        }
        return !isWhole || at == path.Length;
    }
}
