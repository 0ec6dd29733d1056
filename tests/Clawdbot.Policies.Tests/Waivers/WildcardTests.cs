using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Tests.Waivers;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "ab", false)]
    [InlineData("*", "", true)]
    [InlineData("a*", "a", true)]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "abcd", false)]
    [InlineData("Deployment/*/web", "Deployment/shop/web", true)]
    [InlineData("Deployment/*/web", "Deployment/shop/website", false)]
    [InlineData("*b*", "abab", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    public void Matches_texts_as_a_whole(string pattern, string text, bool matches) => Assert.Equal(matches, Wildcard.Matches(pattern, text));

    [Fact]
    public void Takes_no_exponential_time() => Assert.False(Wildcard.Matches(string.Concat(Enumerable.Repeat("*a", 40)) + "b", new string('a', 5000)));
}
