using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Core;

/// <summary>An output depends on every resource that had a part in its value: dependencies combine by union.</summary>
public class OutputDependencyTests
{
    [Fact]
    public async Task An_output_made_from_a_value_depends_on_nothing()
        => Assert.Empty((await Facts.Of(Output.Create(1))).Dependencies);

    [Fact]
    public async Task A_property_of_a_resource_depends_on_that_resource()
    {
        var (widget, facts) = await Run.Update(async () =>
        {
            var widget = new Widget("w", new WidgetArgs { Label = "x" });
            return (widget, await Facts.Of(widget.Label));
        });

        Assert.Equal([widget], facts.Dependencies);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Urn_and_Id_depend_on_their_resource(bool preview)
    {
        var (widget, urn, id) = await Run.Async(preview, async () =>
        {
            var widget = new Widget("w");
            return (widget, await Facts.Of(widget.Urn), await Facts.Of(widget.Id));
        });

        Assert.Equal([widget], urn.Dependencies);
        Assert.Equal([widget], id.Dependencies);
    }

    [Fact]
    public async Task Apply_joins_the_dependencies_of_source_and_result()
    {
        var (first, second, facts) = await Run.Update(async () =>
        {
            var (first, second) = (new Widget("first"), new Widget("second"));
            return (first, second, await Facts.Of(first.Id.Apply(_ => second.Id)));
        });

        Assert.True(facts.Dependencies.SetEquals([first, second]));
    }

    [Fact]
    public async Task Apply_that_does_not_run_keeps_the_dependencies_of_its_source()
    {
        var (first, facts) = await Run.Preview(async () =>
        {
            var (first, second) = (new Widget("first"), new Widget("second"));
            return (first, await Facts.Of(Facts.Make(0, known: false, secret: false, first).Apply(_ => second.Id)));
        });

        Assert.Equal([first], facts.Dependencies);
    }

    [Fact]
    public async Task All_Tuple_Format_and_JsonSerialize_join_the_dependencies_of_their_parts()
    {
        var (widgets, all, tuple, format, json) = await Run.Update(async () =>
        {
            var (first, second) = (new Widget("first"), new Widget("second"));
            return (new Resource[] { first, second },
                await Facts.Of(Output.All(first.Id, second.Id)),
                await Facts.Of(Output.Tuple(first.Id, second.Id)),
                await Facts.Of(Output.Format($"{first.Id}/{second.Id}")),
                await Facts.Of(Output.JsonSerialize(Output.Create(new[] { first.Id, second.Id }))));
        });

        Assert.All([all.Dependencies, tuple.Dependencies, format.Dependencies, json.Dependencies],
            dependencies => Assert.True(dependencies.SetEquals(widgets)));
    }

    [Fact]
    public async Task Secret_and_unsecret_keep_dependencies()
    {
        var (widget, secret, plain) = await Run.Update(async () =>
        {
            var widget = new Widget("w");
            return (widget, await Facts.Of(Output.CreateSecret(widget.Id)), await Facts.Of(Output.Unsecret(widget.Id)));
        });

        Assert.Equal([widget], secret.Dependencies);
        Assert.Equal([widget], plain.Dependencies);
    }
}
