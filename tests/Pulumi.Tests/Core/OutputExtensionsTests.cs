using System.Collections.Immutable;
using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

public class OutputExtensionsTests
{
    private static readonly Output<ImmutableArray<string>> Letters = Output.Create(ImmutableArray.Create("a", "b", "c"));

    [Fact]
    public async Task GetAt_First_and_Length_read_an_array()
    {
        Assert.Equal("b", await Facts.ValueOf(Letters.GetAt(1)));
        Assert.Equal("c", await Facts.ValueOf(Letters.GetAt(Output.Create(2))));
        Assert.Equal("a", await Facts.ValueOf(Letters.First()));
        Assert.Equal(3, await Facts.ValueOf(Letters.Length()));
    }

    [Fact]
    public async Task GetAt_is_secret_when_the_index_is()
        => Assert.True(await Output.IsSecretAsync(Letters.GetAt(Output.CreateSecret(1))));

    [Fact]
    public async Task GetAt_fails_outside_the_array()
        => await Assert.ThrowsAsync<IndexOutOfRangeException>(() => Facts.Of(Letters.GetAt(3)));

    [Fact]
    public async Task Unions_are_read_by_case()
    {
        var left = Output.Create(Union<string, int>.FromT0("x"));
        var right = Output.Create(Union<string, int>.FromT1(1));

        Assert.Equal((true, false), (await Facts.ValueOf(left.IsT0()), await Facts.ValueOf(left.IsT1())));
        Assert.Equal((false, true), (await Facts.ValueOf(right.IsT0()), await Facts.ValueOf(right.IsT1())));
        Assert.Equal("x", await Facts.ValueOf(left.AsT0()));
        Assert.Equal(1, await Facts.ValueOf(right.AsT1()));
        Assert.Equal("x", await Facts.ValueOf(left.Value()));
        Assert.Equal(1, await Facts.ValueOf(right.Value()));
    }
}
