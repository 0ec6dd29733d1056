using System.Buffers.Binary;
using System.IO.Compression;

namespace Clawdbot.Policies.Server.Transport;

/// <summary>The frame around a message: a byte that says whether it is compressed, four bytes with its length, the message.</summary>
internal static class GrpcFrame
{
    /// <summary>Length of what stands before the message.</summary>
    public const int PrefixLength = 5;

    /// <summary>The encodings of messages that are understood.</summary>
    public const string Encodings = "identity,gzip";

    private const int FirstRead = 64 * 1024;

    /// <summary>The only message of a call.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="encoding">The header <c>grpc-encoding</c>.</param>
    /// <param name="maximum">Most bytes of the message, before and after it is unpacked.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="GrpcException">It is no frame, too large, compressed in an unknown way, or not the only one.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, string? encoding, int maximum, CancellationToken cancel)
    {
        var prefix = new byte[PrefixLength];
        var count = await body.ReadAtLeastAsync(prefix, PrefixLength, throwOnEndOfStream: false, cancel);
        if (count < PrefixLength)
        {
            throw count == 0 ? new GrpcException(GrpcStatus.Unimplemented, "The call has no message; allowed: exactly one.") : CutOff();
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (length > maximum)
        {
            throw TooLarge(maximum);
        }

        var message = await ReadExactlyAsync(body, (int)length, cancel);
        if (await body.ReadAsync(prefix.AsMemory(0, 1), cancel) > 0)
        {
            throw new GrpcException(GrpcStatus.Unimplemented, "The call has more than one message; allowed: exactly one.");
        }

        return (prefix[0], encoding) switch
        {
            (0, _) => message,
            (1, "gzip") => Unpack(message, maximum),
            (1, null or "" or "identity") => throw new GrpcException(GrpcStatus.Internal, "The message is marked as compressed, but no encoding is given."),
            (1, _) => throw new GrpcException(GrpcStatus.Unimplemented, $"The encoding of the message is '{encoding}'; allowed: {Encodings}."),
            _ => throw new GrpcException(GrpcStatus.Internal, "The first byte of the message is neither 0 nor 1."),
        };
    }

    // Memory is taken as the bytes arrive: a length alone costs the caller nothing.
    private static async Task<byte[]> ReadExactlyAsync(Stream body, int length, CancellationToken cancel)
    {
        var message = new byte[Math.Min(length, FirstRead)];
        for (var read = 0; ;)
        {
            read += await body.ReadAtLeastAsync(message.AsMemory(read), message.Length - read, throwOnEndOfStream: false, cancel);
            if (read < message.Length)
            {
                throw CutOff();
            }

            if (read == length)
            {
                return message;
            }

            Array.Resize(ref message, (int)Math.Min(length, message.Length * 4L));
        }
    }

    private static ReadOnlyMemory<byte> Unpack(byte[] packed, int maximum)
    {
        try
        {
            using var reader = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var message = new MemoryStream();
            var part = new byte[FirstRead];
            for (int count; (count = reader.Read(part)) > 0;)
            {
                if (message.Length + count > maximum)
                {
                    throw TooLarge(maximum);
                }

                message.Write(part, 0, count);
            }

            return message.GetBuffer().AsMemory(0, (int)message.Length);
        }
        catch (InvalidDataException)
        {
            throw new GrpcException(GrpcStatus.Internal, "The message is marked as gzip, but it is not.");
        }
    }

    private static GrpcException CutOff() => new(GrpcStatus.Internal, "The message ends before its announced length.");

    private static GrpcException TooLarge(int maximum) =>
        new(GrpcStatus.ResourceExhausted, FormattableString.Invariant($"The message is larger than {maximum} bytes; allowed: at most that. Split the stack."));
}
