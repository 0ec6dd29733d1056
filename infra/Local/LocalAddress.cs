using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Clawdbot.Infra.Local;

/// <summary>Addresses of published ports.</summary>
internal static class LocalAddress
{
    /// <summary>The URL to connect to. Nobody can connect to "all addresses", so those are shown as the machine itself; IPv6 needs brackets.</summary>
    internal static string Url(string scheme, string bindAddress, int port)
    {
        var address = IPAddress.Parse(bindAddress);
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            address = IPAddress.Loopback;
        var host = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{port}");
    }
}
