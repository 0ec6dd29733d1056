using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Values;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["awq", "gptq", "fp8"];

    [Fact]
    public void Finds_what_a_person_meant() => Assert.Equal("gptq", NearestName.Find("gptp", Names));

    [Fact]
    public void Takes_upper_and_lower_case_as_the_same() => Assert.Equal("awq", NearestName.Find("AWQ", Names));

    [Fact]
    public void Finds_nothing_in_a_far_name() => Assert.Null(NearestName.Find("company_format", Names));

    [Fact]
    public void Takes_the_first_of_two_that_are_equally_close() => Assert.Equal("ab", NearestName.Find("aa", ["ac", "ab"]));

    [Fact]
    public void Compares_no_endless_names() => Assert.Null(NearestName.Find(new string('a', 100_000), Names));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("same", "same", 0)]
    public void Counts_edits(string left, string right, int edits) => Assert.Equal(edits, NearestName.Distance(left, right));
}
