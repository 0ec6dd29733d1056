using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Clawdbot.Policies.Aws;

/// <summary>A range of addresses: <c>10.0.0.0/8</c>, <c>2001:db8::/32</c>.</summary>
/// <param name="Address">Its first address, or any in it.</param>
/// <param name="Prefix">How many bits all of its addresses share.</param>
internal sealed record NetworkRange(IPAddress Address, int Prefix)
{
    private bool IsV6 => Address.AddressFamily == AddressFamily.InterNetworkV6;

    // Unique local and link-local: wide by definition, and nobody outside.
    private bool IsLocalV6 => IsV6 && ((Address.GetAddressBytes()[0] & 0xfe) == 0xfc || Address.IsIPv6LinkLocal);

    /// <summary>Whether it is so wide that everybody is meant.</summary>
    public bool IsEverybody => IsShorterThan(AwsDefaults.OwnablePrefix, AwsDefaults.OwnablePrefixV6);

    /// <summary>The range that <paramref name="text"/> writes; null when it writes none.</summary>
    public static NetworkRange? Find(string? text)
    {
        if (text is null || text.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0)
        {
            return null;
        }

        return IPAddress.TryParse(text.AsSpan(0, slash), out var address)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            && prefix <= (address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32)
            ? new NetworkRange(address, prefix)
            : null;
    }

    /// <summary>Whether it is wider than the given prefix of its family allows.</summary>
    public bool IsShorterThan(double prefix, double prefixV6) => IsV6 ? Prefix < prefixV6 && !IsLocalV6 : Prefix < prefix;
}
