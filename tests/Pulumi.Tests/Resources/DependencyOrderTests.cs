using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;
using Pulumi.Utilities;

namespace Pulumi.Tests.Resources;

/// <summary>A resource is registered when everything that it depends on was; otherwise resources do not wait for each other.</summary>
public class DependencyOrderTests
{
    private readonly Gate gate = new("first", "second");

    [Fact]
    public async Task Independent_resources_do_not_wait()
    {
        await Run.Resources(() =>
        {
            _ = new Widget("first");
            _ = new Widget("second");
        }, gate.Mocks);

        Assert.True(gate.WasOvertaken);
    }

    [Fact]
    public async Task DependsOn_waits()
    {
        await Run.Resources(() =>
        {
            var first = new Widget("first");
            _ = new Widget("second", options: new CustomResourceOptions { DependsOn = { first } });
        }, gate.Mocks);

        AssertWaited();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_input_from_an_output_waits(bool preview)
    {
        await Run.Resources(() =>
        {
            var first = new Widget("first", new WidgetArgs { Label = "x" });
            _ = new Widget("second", new WidgetArgs { Label = first.Label.Apply(label => label + "!") });
        }, gate.Mocks, preview);

        AssertWaited();
        Assert.Equal("x!", gate.Mocks["second"].Inputs["label"]);
    }

    [Fact]
    public async Task A_child_waits_for_its_parent()
    {
        await Run.Resources(() => _ = new Widget("second", options: new CustomResourceOptions { Parent = new Box("first") }), gate.Mocks);

        AssertWaited();
    }

    [Fact]
    public async Task A_resource_waits_for_its_provider()
    {
        await Run.Resources(() => _ = new Widget("second", options: new CustomResourceOptions { Provider = new TestProvider("first") }), gate.Mocks);

        AssertWaited();
    }

    [Fact]
    public async Task Depending_on_a_component_waits_for_its_custom_children_at_every_depth()
    {
        await Run.Resources(() =>
        {
            var outer = new Box("outer");
            var inner = new Box("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Widget("first", options: new CustomResourceOptions { Parent = inner });
            _ = new Widget("second", options: new CustomResourceOptions { DependsOn = { outer } });
        }, gate.Mocks);

        AssertWaited();
    }

    [Fact]
    public async Task Depending_on_a_custom_resource_does_not_wait_for_its_children()
    {
        await Run.Resources(() =>
        {
            var parent = new Widget("parent");
            _ = new Widget("first", options: new CustomResourceOptions { Parent = parent });
            _ = new Widget("second", options: new CustomResourceOptions { DependsOn = { parent } });
        }, gate.Mocks);

        Assert.True(gate.WasOvertaken);
    }

    [Fact]
    public async Task An_unknown_DependsOn_does_not_fail_a_preview()
    {
        var resources = await Run.Resources(
            () => _ = new Widget("w", options: new CustomResourceOptions { DependsOn = OutputUtilities.CreateUnknown(Array.Empty<Resource>()) }),
            preview: true);

        Assert.Single(resources.OfType<Widget>());
    }

    private void AssertWaited()
    {
        Assert.False(gate.WasOvertaken);
        Assert.Contains(gate.Mocks.Resources, resource => resource.Name == "second");
    }
}
