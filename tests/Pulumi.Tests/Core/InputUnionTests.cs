using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

public class InputUnionTests
{
    [Fact]
    public async Task Converts_from_either_case_in_every_form()
    {
        Assert.Equal("x", (await Value("x")).AsT0);
        Assert.Equal(1, (await Value(1)).AsT1);
        Assert.Equal("x", (await Value(Union<string, int>.FromT0("x"))).AsT0);
        Assert.Equal("x", (await Value((Input<string>)"x")).AsT0);
        Assert.Equal(1, (await Value((Input<int>)1)).AsT1);
        Assert.Equal("x", (await Value(Output.Create("x"))).AsT0);
        Assert.Equal(1, (await Value(Output.Create(1))).AsT1);
        Assert.Equal(1, (await Value(Output.Create(Union<string, int>.FromT1(1)))).AsT1);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Keeps_the_facts_of_an_output(bool known, bool secret)
    {
        InputUnion<string, int> union = Facts.Make("x", known, secret);
        var facts = await Run.Preview(() => Facts.Of(union));

        Assert.Equal((known, secret), (facts.IsKnown, facts.IsSecret));
    }

    private static Task<Union<string, int>> Value(InputUnion<string, int> union) => Facts.ValueOf(union);
}
