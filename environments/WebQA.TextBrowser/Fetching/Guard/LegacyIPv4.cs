using System.Globalization;
using System.Net;

namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>IPv4 addresses in decimal, octal and hexadecimal, of one to four parts (WHATWG URL, IPv4 parser).</summary>
internal static class LegacyIPv4
{
    /// <summary>Whether a host ends in a number, and so must be an address or nothing.</summary>
    public static bool LooksLikeOne(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (last.All(char.IsAsciiDigit) || Number(last) is not null);
    }

    /// <summary>The address; null where a part is no number or too large.</summary>
    public static IPAddress? Parse(string host)
    {
        var parts = host.Split('.');
        if (parts.Length > 4)
        {
            return null;
        }
        ulong value = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var limit = isLast ? 1UL << (8 * (5 - parts.Length)) : 256;
            if (Number(parts[i]) is not { } number || number >= limit)
            {
                return null;
            }
            value += isLast ? number : number << (8 * (3 - i));
        }
        return new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
    }

    private static ulong? Number(string part)
    {
        if (part.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return part.Length == 2 ? 0 : ulong.TryParse(part.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        }
        if (part.Length > 1 && part[0] == '0')
        {
            return part.Length <= 20 && part.All(c => c is >= '0' and <= '7') ? part.Aggregate(0UL, (sum, c) => (sum * 8) + (ulong)(c - '0')) : null;
        }
        return ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
