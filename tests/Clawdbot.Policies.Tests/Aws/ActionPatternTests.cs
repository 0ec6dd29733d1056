using Clawdbot.Policies.Aws;

namespace Clawdbot.Policies.Tests.Aws;

public sealed class ActionPatternTests
{
    [Theory]
    [InlineData("s3:Get*", "s3:GetObject", true)]
    [InlineData("S3:get?bject", "s3:GetObject", true)]
    [InlineData("s3:*Object*Tag*", "s3:PutObjectVersionTagging", true)]
    [InlineData("s3:*Object", "s3:GetObjects", false)]
    [InlineData("s3:", "s3:GetObject", false)]
    [InlineData("", "s3:GetObject", false)]
    public void Matches_with_wildcards_whatever_the_case(string pattern, string action, bool matches) => Assert.Equal(matches, ActionPattern.Matches(pattern, action));

    [Theory]
    [InlineData("s3:PutObject", true)]
    [InlineData("s3:putobject", true)]
    [InlineData("s3:*Tagging", true)]
    [InlineData("ec2:De*", true)]
    [InlineData("ec2:Describe*", false)]
    [InlineData("ecr:BatchGetImage", false)]
    [InlineData("ec2", false)]
    [InlineData("*", true)]
    public void Knows_what_may_change_something(string pattern, bool writes) => Assert.Equal(writes, ActionPattern.MayWrite(pattern));

    [Fact]
    public void Matches_hostile_patterns_in_time() => Assert.False(ActionPattern.Matches(string.Concat(Enumerable.Repeat("*a", 5_000)) + "b", "s3:" + new string('a', 10_000)));
}
