using Clawdbot.Policies.Aws;

namespace Clawdbot.Policies.Tests.Aws;

public sealed class NetworkRangeTests
{
    [Theory]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("64.0.0.0/2", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("::/0", true)]
    [InlineData("2000::/3", true)]
    [InlineData("fc00::/7", false)]
    [InlineData("2001:db8::/32", false)]
    public void Knows_everybody(string range, bool everybody) => Assert.Equal(everybody, NetworkRange.Find(range)?.IsEverybody);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("everybody/0")]
    public void Finds_none_in_other_texts(string? text) => Assert.Null(NetworkRange.Find(text));
}
