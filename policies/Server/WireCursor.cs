using System.Buffers.Binary;
using System.Text;

namespace Clawdbot.Policies.Server;

/// <summary>Reads protobuf's scalars one after the other; nothing is read past the end of the message that encloses them.</summary>
/// <param name="bytes">The outermost message.</param>
internal ref struct WireCursor(ReadOnlySpan<byte> bytes)
{
    private const string CutOff = "a value goes past the end of its message";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Where the next read begins.</summary>
    public int Position { get; private set; }

    /// <summary>A number of variable length; a field's number and type are one too.</summary>
    public ulong Varint(int end)
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (Position >= end)
            {
                throw new WireFormatException(CutOff);
            }

            var next = _bytes[Position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new WireFormatException("a number is longer than 10 bytes");
    }

    /// <summary>The 64-bit floating point number.</summary>
    public double Double(int end) => BinaryPrimitives.ReadDoubleLittleEndian(Take(8, end));

    /// <summary>The end of the message whose length stands here.</summary>
    public int MessageEnd(int end)
    {
        var length = Varint(end);
        return length <= (ulong)(end - Position) ? Position + (int)length : throw new WireFormatException(CutOff);
    }

    /// <summary>The text whose length stands here.</summary>
    public string Text(int end)
    {
        try
        {
            return Strict.GetString(Take(MessageEnd(end) - Position, end));
        }
        catch (DecoderFallbackException e)
        {
            throw new WireFormatException("a text is not UTF-8", e);
        }
    }

    /// <summary>Passes over the value of a field that nobody asks for.</summary>
    public void Skip(ulong tag, int end)
    {
        switch (tag & 7)
        {
            case 0:
                Varint(end);
                break;
            case 1:
                Take(8, end);
                break;
            case 2:
                Take(MessageEnd(end) - Position, end);
                break;
            case 5:
                Take(4, end);
                break;
            default:
                throw new WireFormatException("a field has a type that does not exist");
        }
    }

    private ReadOnlySpan<byte> Take(int count, int end)
    {
        if (count > end - Position)
        {
            throw new WireFormatException(CutOff);
        }

        Position += count;
        return _bytes.Slice(Position - count, count);
    }
}
