using System.Buffers.Binary;
using System.Text;

namespace Clawdbot.Policies.Server;

/// <summary>
/// A message that is written from its end: when a part is finished its length is known, and goes before it. Written from the beginning, every length would have to
/// be computed first. What is called last therefore stands first.
/// </summary>
internal sealed class BackwardBuffer
{
    private byte[] _bytes = new byte[256];

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>What is written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(_bytes.Length - Length);

    /// <summary>Puts one byte in front.</summary>
    public void Byte(byte value) => Front(1)[0] = value;

    /// <summary>Puts a field with what was written since <paramref name="mark"/> around it.</summary>
    /// <param name="field">Number and type of the field.</param>
    /// <param name="mark">The <see cref="Length"/> before its content.</param>
    public void Prefix(byte field, int mark)
    {
        Varint((uint)(Length - mark));
        Byte(field);
    }

    /// <summary>Puts a text field in front.</summary>
    public void Text(byte field, string text)
    {
        var mark = Length;
        Encoding.UTF8.GetBytes(text, Front(Encoding.UTF8.GetByteCount(text)));
        Prefix(field, mark);
    }

    /// <summary>Puts a field with a 64-bit floating point number in front.</summary>
    public void Double(byte field, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Front(8), value);
        Byte(field);
    }

    private void Varint(uint value)
    {
        Span<byte> digits = stackalloc byte[5];
        var count = 0;
        do
        {
            digits[count++] = (byte)((value & 0x7F) | (value > 0x7F ? 0x80u : 0));
            value >>= 7;
        }
        while (value > 0);
        digits[..count].CopyTo(Front(count));
    }

    private Span<byte> Front(int count)
    {
        var needed = checked(Length + count);
        if (needed > _bytes.Length)
        {
            var larger = new byte[(int)Math.Min(Array.MaxLength, Math.Max(needed, _bytes.Length * 2L))];
            Written.Span.CopyTo(larger.AsSpan(larger.Length - Length));
            _bytes = larger;
        }

        Length = needed;
        return _bytes.AsSpan(_bytes.Length - needed, count);
    }
}
