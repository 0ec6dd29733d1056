using Clawdbot.Policies.Server.Transport;

namespace Clawdbot.Policies.Tests.Server.Transport;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("plain text: a/b?c=d&e #~", "plain text: a/b?c=d&e #~")]
    [InlineData("100%", "100%25")]
    [InlineData("a\nb\tc", "a%0Ab%09c")]
    [InlineData("é鍵🔑", "%C3%A9%E9%8D%B5%F0%9F%94%91")]
    [InlineData("\u007F\0", "%7F%00")]
    [InlineData("", "")]
    public void Writes_exactly_what_a_header_cannot_hold_as_percent(string text, string encoded) => Assert.Equal(encoded, PercentEncoding.Encode(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("%EF%BF%BD", PercentEncoding.Encode("\uD800"));

    [Fact]
    public void Long_texts_are_cut_between_characters() => Assert.Equal("%C3%A9%C3%A9...", PercentEncoding.Encode("éééé", longest: 17));
}
