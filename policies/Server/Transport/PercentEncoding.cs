using System.Text;

namespace Clawdbot.Policies.Server.Transport;

/// <summary>
/// How gRPC writes the text of a status in a header: bytes of UTF-8, those outside the printable ASCII characters and the percent sign as %XX, and nothing else.
/// https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses
/// </summary>
internal static class PercentEncoding
{
    /// <summary>Writes <paramref name="text"/>; cuts it between two characters when it gets longer than <paramref name="longest"/>.</summary>
    public static string Encode(string text, int longest = ServerDefaults.MaximumStatusMessage)
    {
        var encoded = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (encoded.Length + (3 * rune.Utf8SequenceLength) > longest)
            {
                return encoded.Append("...").ToString();
            }

            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
            {
                _ = value is >= 0x20 and <= 0x7E and not (byte)'%' ? encoded.Append((char)value) : encoded.Append('%').Append(Convert.ToHexString([value]));
            }
        }

        return encoded.ToString();
    }
}
