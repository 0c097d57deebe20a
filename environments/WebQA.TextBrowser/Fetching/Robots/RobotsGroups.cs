using System.Buffers;

namespace WebQA.TextBrowser.Fetching.Robots;

/// <summary>The groups of a <c>robots.txt</c>, by the names of crawlers.</summary>
internal sealed class RobotsGroups
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    private readonly Dictionary<string, Group> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sitemaps = [];

    /// <summary>What one crawler is told.</summary>
    public sealed class Group
    {
        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? Delay { get; set; }
    }

    public IReadOnlyList<string> Sitemaps => _sitemaps;

    /// <summary>Reads a file line by line.</summary>
    public static RobotsGroups Read(string text)
    {
        var groups = new RobotsGroups();
        var current = new List<Group>();
        var isNaming = false;
        foreach (var line in text.TrimStart('\uFEFF').Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var said = line.Split('#', 2)[0];
            var colon = said.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }
            var value = said[(colon + 1)..].Trim();
            switch (said[..colon].Trim().ToLowerInvariant())
            {
                case "user-agent":
                    if (!isNaming)
                    {
                        current = [];
                    }
                    isNaming = true;
                    current.Add(groups.GroupOf(value));
                    break;
                case "sitemap":
                    groups._sitemaps.Add(value);
                    break;
                case "allow" or "disallow" when value.Length == 0:
                    isNaming = false;
                    break;
                case var rule and ("allow" or "disallow"):
                    isNaming = false;
                    current.ForEach(g => g.Rules.Add(RobotsRule.Of(value, rule == "allow")));
                    break;
                case "crawl-delay":
                    isNaming = false;
                    current.ForEach(g => g.Delay ??= RobotsRules.Seconds(value));
                    break;
            }
        }
        return groups;
    }

    /// <summary>The group of a crawler, else the one of all.</summary>
    public Group Of(string crawler) => _groups.GetValueOrDefault(crawler) ?? _groups.GetValueOrDefault("*") ?? new Group();

    /// <summary>A name ends where its letters, <c>-</c> and <c>_</c> end: <c>WebQA/1.0</c> is <c>WebQA</c>.</summary>
    private Group GroupOf(string name)
    {
        var end = name.AsSpan().IndexOfAnyExcept(NameCharacters) is >= 0 and var other ? other : name.Length;
        var key = name.StartsWith('*') ? "*" : name[..end];
        if (!_groups.TryGetValue(key, out var group))
        {
            _groups.Add(key, group = new Group());
        }
        return group;
    }
}
