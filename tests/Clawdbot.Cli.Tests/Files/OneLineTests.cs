using Clawdbot.Cli.Files;

namespace Clawdbot.Cli.Tests.Files;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  two\r\n\tlines  ", "two lines")]
    [InlineData("red \u001b[31mtext\u0007", "red [31mtext")]
    [InlineData("right-to-left \u202eoverride", "right-to-left override")]
    [InlineData("Grüße 😀", "Grüße 😀")]
    public void Text_BecomesOneHarmlessLine(string text, string expected) => Assert.Equal(expected, OneLine.Of(text));

    [Fact]
    public void Long_text_is_cut()
    {
        var line = OneLine.Of(new string('x', 5000));
        Assert.Equal(401, line.Length);
        Assert.EndsWith("…", line, StringComparison.Ordinal);
    }
}
