using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Tests.Serving;

public sealed class HumanIntegerTests
{
    [Theory]
    [InlineData("8192", 8192.0)]
    [InlineData("8k", 8000.0)]
    [InlineData("8K", 8192.0)]
    [InlineData("25.6k", 25600.0)]
    [InlineData("1M", 1048576.0)]
    [InlineData("-1", -1.0)]
    [InlineData("1.5", null)]
    [InlineData("", null)]
    [InlineData("k", null)]
    [InlineData("eight", null)]
    public void Reads_numbers_as_vLLM_does(string text, double? number) => Assert.Equal(number, HumanInteger.Parse(text));
}
