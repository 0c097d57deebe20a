using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>A host as browsers read it (WHATWG URL, host parsing), so that no spelling of an address is taken for a name.</summary>
/// <param name="Name">ASCII, lower case, no dot at the end; of a literal its usual spelling.</param>
/// <param name="Address">The address that it spells; null for a name.</param>
public sealed record HostName(string Name, IPAddress? Address)
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>Endings of names that never lead to the public web, whatever a resolver says.</summary>
    private static readonly string[] PrivateEndings = [".localhost", ".local", ".internal", ".localdomain", ".lan", ".home.arpa", ".onion", ".i2p"];

    /// <summary>Whether it cannot be a host of the public web, by its spelling alone: a private address, a name without a dot, a private ending.</summary>
    public bool IsPrivate => Address is { } address
        ? !PublicAddress.Is(address)
        : !Name.Contains('.', StringComparison.Ordinal) || Array.Exists(PrivateEndings, e => Name.EndsWith(e, StringComparison.Ordinal));

    /// <summary>As it stands in a URL.</summary>
    public string InUrl => Address is { AddressFamily: AddressFamily.InterNetworkV6 } ? $"[{Name}]" : Name;

    /// <summary>Reads the host of a URL; null where it is none.</summary>
    public static HostName? Parse(string text)
    {
        if (text.StartsWith('['))
        {
            return text.EndsWith(']') && !text.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(text[1..^1], out var six)
                && six.AddressFamily == AddressFamily.InterNetworkV6 ? new HostName(six.ToString(), six) : null;
        }
        if (ToAscii(text) is not { Length: > 0 and <= 253 } name || name.Split('.').Any(label => label.Length is 0 or > 63))
        {
            return null;
        }
        if (!LegacyIPv4.LooksLikeOne(name))
        {
            return new HostName(name, null);
        }
        return LegacyIPv4.Parse(name) is { } four ? new HostName(four.ToString(), four) : null;
    }

    private static string? ToAscii(string text)
    {
        var decoded = Uri.UnescapeDataString(text).Normalize(NormalizationForm.FormKC);
        if (decoded.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || "#/:<>?@[\\]^|%".Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }
        // Soft hyphens and joiners are mapped away in names (UTS 46).
        var visible = string.Concat(decoded.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Replace('\u3002', '.');
        try
        {
            var ascii = Ascii.IsValid(visible) ? visible : Idn.GetAscii(visible);
            return (ascii.EndsWith('.') ? ascii[..^1] : ascii).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
