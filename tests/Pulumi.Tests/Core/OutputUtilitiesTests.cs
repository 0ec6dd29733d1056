using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;
using Pulumi.Utilities;

namespace Pulumi.Tests.Core;

public class OutputUtilitiesTests
{
    [Fact]
    public async Task CreateUnknown_is_unknown_and_not_secret()
    {
        var facts = await Facts.Of(OutputUtilities.CreateUnknown(1));

        Assert.Equal((false, false, 0), (facts.IsKnown, facts.IsSecret, facts.Value));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task CreateUnknown_calls_its_factory_in_an_update_only(bool preview, int expectedCalls)
    {
        var calls = 0;
        var known = await Run.Async(preview, () => OutputUtilities.GetIsKnownAsync(OutputUtilities.CreateUnknown(() =>
        {
            calls++;
            return Task.FromResult(1);
        })));

        Assert.Equal((false, expectedCalls), (known, calls));
    }

    [Fact]
    public async Task WithDependency_adds_one_resource_and_changes_nothing_else()
    {
        var (widget, other, facts) = await Run.Update(async () =>
        {
            var (widget, other) = (new Widget("w"), new Widget("other"));
            return (widget, other, await Facts.Of(OutputUtilities.WithDependency(
                OutputUtilities.WithDependency(Output.CreateSecret(1), widget), other)));
        });

        Assert.Equal((true, true, 1), (facts.IsKnown, facts.IsSecret, facts.Value));
        Assert.True(facts.Dependencies.SetEquals([widget, other]));
    }

    [Fact]
    public void WithDependency_rejects_null()
    {
        Assert.Throws<ArgumentNullException>(() => OutputUtilities.WithDependency<int>(null!, null!));
        Assert.Throws<ArgumentNullException>(() => OutputUtilities.WithDependency(Output.Create(1), null!));
    }
}
