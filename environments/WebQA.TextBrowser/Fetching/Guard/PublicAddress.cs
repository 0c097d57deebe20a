using System.Net;
using System.Net.Sockets;

namespace WebQA.TextBrowser.Fetching.Guard;

/// <summary>Tells addresses of the public web from all others: the IANA special-purpose registries for IPv4 and IPv6, and known metadata services.</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Denied4 =
    [
        Net("0.0.0.0/8"), Net("10.0.0.0/8"), Net("100.64.0.0/10"), Net("127.0.0.0/8"), Net("169.254.0.0/16"), Net("172.16.0.0/12"), Net("192.0.0.0/24"),
        Net("192.0.2.0/24"), Net("192.88.99.0/24"), Net("192.168.0.0/16"), Net("198.18.0.0/15"), Net("198.51.100.0/24"), Net("203.0.113.0/24"), Net("224.0.0.0/4"), Net("240.0.0.0/4"),
        // A cloud's own service at a public address.
        Net("168.63.129.16/32"),
    ];

    private static readonly IPNetwork[] Denied6 =
    [
        Net("::/96"), Net("::ffff:0:0:0/96"), Net("64:ff9b:1::/48"), Net("100::/64"), Net("100:0:0:1::/64"), Net("2001::/23"), Net("2001:db8::/32"), Net("2002::/16"),
        Net("3fff::/20"), Net("5f00::/16"), Net("fc00::/7"), Net("fe80::/10"), Net("fec0::/10"), Net("ff00::/8"),
    ];

    /// <summary>Translated by a NAT64 gateway to the IPv4 address in its last 32 bits.</summary>
    private static readonly IPNetwork Nat64 = Net("64:ff9b::/96");

    /// <summary>Whether pages may be read from an address. IPv4 addresses written or embedded in IPv6 are judged as what they are.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Is(address.MapToIPv4());
        }
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(Denied4, n => n.Contains(address));
        }
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
        {
            return false;
        }
        return Nat64.Contains(address)
            ? Is(new IPAddress(address.GetAddressBytes().AsSpan(12)))
            : !Array.Exists(Denied6, n => n.Contains(address));
    }

    private static IPNetwork Net(string range) => IPNetwork.Parse(range);
}
