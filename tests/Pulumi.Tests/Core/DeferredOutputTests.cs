using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Core;

public class DeferredOutputTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Takes_all_facts_of_the_output_that_resolves_it(bool known, bool secret)
    {
        var (widget, facts) = await Run.Preview(async () =>
        {
            var widget = new Widget("w");
            var deferred = new DeferredOutput<int>();
            var read = Facts.Of(deferred.Output);
            deferred.Resolve(Facts.Make(1, known, secret, widget));
            return (widget, await read);
        });

        Assert.Equal((known, secret, known ? 1 : 0), (facts.IsKnown, facts.IsSecret, facts.Value));
        Assert.Equal([widget], facts.Dependencies);
    }

    [Fact]
    public async Task Waits_until_it_is_resolved()
    {
        var (before, value) = await Run.Update(async () =>
        {
            var deferred = new DeferredOutput<int>();
            var read = Facts.ValueOf(deferred.Output.Apply(number => number + 1));
            var before = read.IsCompleted;
            deferred.Resolve(Output.Create(1));
            return (before, await read);
        });

        Assert.Equal((false, 2), (before, value));
    }
}
