using System.Globalization;
using System.Net;

namespace WebQA.TextBrowser.Environments.Domains;

/// <summary>Says which part of a host its owner has registered: <c>old.reddit.com</c> is <c>reddit.com</c>, <c>news.bbc.co.uk</c> is <c>bbc.co.uk</c>.</summary>
/// <remarks>
/// The list of publicsuffix.org (Mozilla Public License 2.0; the file says so) as Debian 12 ships it, both its sections: below
/// <c>github.io</c> each name has an owner of its own. Thread-safe.
/// </remarks>
internal sealed class PublicSuffixList
{
    private const string Resource = "public_suffix_list.dat";

    private static readonly Lazy<PublicSuffixList> TheBundled = new(static () =>
    {
        using var stream = typeof(PublicSuffixList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without '{Resource}'.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    });

    private readonly HashSet<string> _suffixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parentsOfSuffixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exceptions = new(StringComparer.Ordinal);

    private PublicSuffixList()
    {
    }

    /// <summary>The list that is part of the program; read at the first use.</summary>
    public static PublicSuffixList Bundled => TheBundled.Value;

    /// <summary>Reads a list: a rule a line, <c>*.</c> for any label, <c>!</c> for an exception, <c>//</c> for comments.</summary>
    public static PublicSuffixList Read(TextReader lines)
    {
        var list = new PublicSuffixList();
        var idn = new IdnMapping { AllowUnassigned = true };
        while (lines.ReadLine() is { } line)
        {
            var rule = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : string.Empty;
            if (rule.Length == 0 || rule.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }
            var (kind, name) = rule[0] switch
            {
                '!' => (list._exceptions, rule[1..]),
                '*' => (list._parentsOfSuffixes, rule[2..]),
                _ => (list._suffixes, rule),
            };
            kind.Add(System.Text.Ascii.IsValid(name) ? name : idn.GetAscii(name));
        }
        return list;
    }

    /// <summary>The domain that a host's owner registered; the host itself for an IP address, and for a name below which anyone may register.</summary>
    /// <param name="host">ASCII form, as <see cref="Uri.IdnHost"/> has it; case and a last dot do not count.</param>
    public string RegistrableDomain(string host)
    {
        var name = Normal(host);
        if (IPAddress.TryParse(name.Trim('[', ']'), out _))
        {
            return name;
        }
        // The longest suffix counts (the list's algorithm), so the first that is met when labels are dropped from the left.
        for (int before = 0, at = 0; ;)
        {
            var rest = name[at..];
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (_exceptions.Contains(rest))
            {
                return rest;
            }
            if (dot < 0 || _suffixes.Contains(rest) || _parentsOfSuffixes.Contains(rest[(dot + 1)..]))
            {
                return name[before..];
            }
            (before, at) = (at, at + dot + 1);
        }
    }

    /// <summary>A host as sets of hosts hold it.</summary>
    public static string Normal(string host) => host.TrimEnd('.').ToLowerInvariant();
}
