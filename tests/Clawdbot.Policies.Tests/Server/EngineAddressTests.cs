using Clawdbot.Policies.Server;

namespace Clawdbot.Policies.Tests.Server;

public sealed class EngineAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:4000", "127.0.0.1", 4000)]
    [InlineData("localhost:65535", "localhost", 65535)]
    [InlineData("[::1]:1", "::1", 1)]
    public void Reads_host_and_port(string text, string host, int port) => Assert.Equal(new EngineAddress(host, port), EngineAddress.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("catalog")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("127.0.0.1:-1")]
    [InlineData(":4000")]
    [InlineData("--tracing=http://x:1")]
    [InlineData("a b:1")]
    public void Anything_else_is_none(string text) => Assert.Null(EngineAddress.Parse(text));
}
