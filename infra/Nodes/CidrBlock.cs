using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Clawdbot.Infra.Nodes;

/// <summary>A block of IPv4 addresses, such as <c>10.64.0.0/16</c>.</summary>
/// <param name="Address">First address as a number, its host bits zero.</param>
/// <param name="PrefixLength">Bits of the network part, 0 to 32.</param>
public readonly record struct CidrBlock(uint Address, int PrefixLength)
{
    private static CidrBlock[] PrivateBlocks { get; } = [Parse("10.0.0.0/8")!.Value, Parse("172.16.0.0/12")!.Value, Parse("192.168.0.0/16")!.Value];

    /// <summary>Last address as a number.</summary>
    public uint Last => Address | ~Mask(PrefixLength);

    /// <summary>Whether all of it lies in the ranges for private networks (RFC 1918).</summary>
    public bool IsPrivate
    {
        get
        {
            var self = this;
            return PrivateBlocks.Any(block => block.Contains(self));
        }
    }

    /// <summary>Reads a block in the only spelling that AWS accepts: four plain decimal numbers, no host bits.</summary>
    /// <param name="text">For example <c>10.64.0.0/16</c>.</param>
    /// <returns>Null when the text is anything else.</returns>
    public static CidrBlock? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > 32)
            return null;
        if (!IPAddress.TryParse(parts[0], out var address) || address.AddressFamily != AddressFamily.InterNetwork)
            return null;
        var block = new CidrBlock(ToNumber(address), length);
        // Octal, hexadecimal and short forms parse too, but mean something else to other readers.
        return (block.Address & ~Mask(length)) == 0 && block.ToString() == text ? block : null;
    }

    /// <summary>Whether <paramref name="other"/> lies in this block.</summary>
    public bool Contains(CidrBlock other) => other.PrefixLength >= PrefixLength && (other.Address & Mask(PrefixLength)) == Address;

    /// <summary>Whether the two blocks share an address.</summary>
    public bool Overlaps(CidrBlock other) => Contains(other) || other.Contains(this);

    /// <summary>One of the equal parts of this block.</summary>
    /// <param name="extraBits">Bits by which a part is smaller, 0 to 32 less the prefix length.</param>
    /// <param name="index">Which part, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public CidrBlock Part(int extraBits, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(extraBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(extraBits, 32 - PrefixLength);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 1L << extraBits);
        var length = PrefixLength + extraBits;
        return new CidrBlock((uint)(Address + ((ulong)index << (32 - length))), length);
    }

    /// <summary>For example <c>10.64.0.0/16</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Address >> 24}.{(Address >> 16) & 255}.{(Address >> 8) & 255}.{Address & 255}/{PrefixLength}");

    private static uint Mask(int length) => length == 0 ? 0 : uint.MaxValue << (32 - length);

    private static uint ToNumber(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
    }
}
