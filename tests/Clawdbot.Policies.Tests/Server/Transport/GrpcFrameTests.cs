using System.IO.Compression;
using Clawdbot.Policies.Server.Transport;

namespace Clawdbot.Policies.Tests.Server.Transport;

public sealed class GrpcFrameTests
{
    private const int Maximum = 1_000_000;

    [Fact]
    public async Task Reads_a_message() => Assert.Equal("070809", await Hex([0, 0, 0, 0, 3, 7, 8, 9]));

    [Fact]
    public async Task Reads_an_empty_message() => Assert.Equal("", await Hex([0, 0, 0, 0, 0]));

    [Fact]
    public async Task Reads_a_message_that_arrives_byte_by_byte()
    {
        var message = Enumerable.Range(0, 300_000).Select(i => (byte)i).ToArray();
        Assert.Equal(message, (await GrpcFrame.ReadAsync(new SlowStream(Frame(0, message)), null, Maximum, CancellationToken.None)).ToArray());
    }

    [Fact]
    public async Task Reads_a_compressed_message() => Assert.Equal("010203", await Hex(Frame(1, Pack([1, 2, 3])), "gzip"));

    [Fact]
    public async Task A_message_may_be_uncompressed_although_an_encoding_is_named() => Assert.Equal("01", await Hex([0, 0, 0, 0, 1, 1], "br"));

    [Theory]
    [InlineData("", null, GrpcStatus.Unimplemented, "The call has no message; allowed: exactly one.")]
    [InlineData("000000", null, GrpcStatus.Internal, "The message ends before its announced length.")]
    [InlineData("000000000501", null, GrpcStatus.Internal, "The message ends before its announced length.")]
    [InlineData("0000000001FF0000000000", null, GrpcStatus.Unimplemented, "The call has more than one message; allowed: exactly one.")]
    [InlineData("0000000001FFFF", null, GrpcStatus.Unimplemented, "The call has more than one message; allowed: exactly one.")]
    [InlineData("020000000000", null, GrpcStatus.Unimplemented, "The call has more than one message; allowed: exactly one.")]
    [InlineData("0200000000", null, GrpcStatus.Internal, "The first byte of the message is neither 0 nor 1.")]
    [InlineData("0100000000", null, GrpcStatus.Internal, "The message is marked as compressed, but no encoding is given.")]
    [InlineData("0100000000", "identity", GrpcStatus.Internal, "The message is marked as compressed, but no encoding is given.")]
    [InlineData("0100000000", "br", GrpcStatus.Unimplemented, "The encoding of the message is 'br'; allowed: identity,gzip.")]
    [InlineData("010000000401020304", "gzip", GrpcStatus.Internal, "The message is marked as gzip, but it is not.")]
    [InlineData("00000F4241", null, GrpcStatus.ResourceExhausted, "The message is larger than 1000000 bytes; allowed: at most that. Split the stack.")]
    [InlineData("00FFFFFFFF", null, GrpcStatus.ResourceExhausted, "The message is larger than 1000000 bytes; allowed: at most that. Split the stack.")]
    public async Task Refuses_other_frames(string bytes, string? encoding, object status, string message)
    {
        var refused = await Assert.ThrowsAsync<GrpcException>(() => Read(Convert.FromHexString(bytes), encoding));
        Assert.Equal((status, message), (refused.Status, refused.Message));
    }

    [Fact]
    public async Task A_message_that_unpacks_to_more_than_allowed_is_refused()
    {
        var refused = await Assert.ThrowsAsync<GrpcException>(() => Read(Frame(1, Pack(new byte[Maximum + 1])), "gzip"));
        Assert.Equal(GrpcStatus.ResourceExhausted, refused.Status);
    }

    private static async Task<string> Hex(byte[] bytes, string? encoding = null) => Convert.ToHexString((await Read(bytes, encoding)).Span);

    private static Task<ReadOnlyMemory<byte>> Read(byte[] bytes, string? encoding = null) => GrpcFrame.ReadAsync(new MemoryStream(bytes), encoding, Maximum, CancellationToken.None);

    private static byte[] Frame(byte flag, byte[] message) => [flag, (byte)(message.Length >> 24), (byte)(message.Length >> 16), (byte)(message.Length >> 8), (byte)message.Length, .. message];

    private static byte[] Pack(byte[] message)
    {
        using var packed = new MemoryStream();
        using (var writer = new GZipStream(packed, CompressionLevel.Fastest))
        {
            writer.Write(message);
        }

        return packed.ToArray();
    }

    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
