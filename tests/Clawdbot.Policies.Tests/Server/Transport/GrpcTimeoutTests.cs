using Clawdbot.Policies.Server.Transport;

namespace Clawdbot.Policies.Tests.Server.Transport;

public sealed class GrpcTimeoutTests
{
    [Theory]
    [InlineData("2H", 7_200_000)]
    [InlineData("3M", 180_000)]
    [InlineData("10S", 10_000)]
    [InlineData("250m", 250)]
    [InlineData("5000u", 5)]
    [InlineData("7000000n", 7)]
    [InlineData("0S", 0)]
    public void Reads_each_unit(string header, double milliseconds) => Assert.Equal(milliseconds, GrpcTimeout.Parse(header)!.Value.TotalMilliseconds, 6);

    [Fact]
    public void The_longest_time_is_one_that_a_timer_takes() => Assert.Equal(TimeSpan.FromMilliseconds(uint.MaxValue - 1), GrpcTimeout.Parse("99999999H"));

    [Fact]
    public void Without_a_header_there_is_no_limit() => Assert.Null(GrpcTimeout.Parse(null));

    [Theory]
    [InlineData("5")]
    [InlineData("S")]
    [InlineData("5s")]
    [InlineData("-5S")]
    [InlineData("1.5S")]
    [InlineData(" 5S")]
    [InlineData("123456789S")]
    public void Refuses_anything_else(string header)
    {
        var refused = Assert.Throws<GrpcException>(() => GrpcTimeout.Parse(header));
        Assert.Equal((GrpcStatus.Internal, "The header grpc-timeout is no time; allowed: one to eight digits and one of H, M, S, m, u, n."), (refused.Status, refused.Message));
    }
}
