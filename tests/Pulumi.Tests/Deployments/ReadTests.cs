using System.Collections.Immutable;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Deployments;

/// <summary>The Id option reads a resource that exists; ImportId registers one under an existing id.</summary>
public class ReadTests
{
    [Fact]
    public async Task A_resource_with_an_Id_is_read()
    {
        var mocks = RecordingMocks.Answering(ImmutableDictionary<string, object>.Empty.Add("label", "found"), "existing-1");
        var resources = await Run.Resources(() => _ = new Widget("w", options: new CustomResourceOptions { Id = Output.Create("existing-1") }), mocks);

        var widget = Assert.Single(resources.OfType<Widget>());
        Assert.Equal((Widget.TypeToken, "existing-1"), (mocks["w"].Type, mocks["w"].Id));
        Assert.Equal("existing-1", await Facts.ValueOf(widget.Id));
        Assert.Equal("found", await Facts.ValueOf(widget.Label));
    }

    [Fact]
    public async Task A_registered_resource_has_no_Id_in_the_mocks()
    {
        var mocks = new RecordingMocks();
        await Run.Resources(() => _ = new Widget("w"), mocks);

        Assert.True(string.IsNullOrEmpty(mocks["w"].Id));
    }

    [Fact]
    public async Task ImportId_reaches_the_mocks_as_Id()
    {
        var mocks = new RecordingMocks();
        await Run.Resources(() => _ = new Widget("w", options: new CustomResourceOptions { ImportId = "imported-1" }), mocks);

        Assert.Equal("imported-1", mocks["w"].Id);
    }

    [Fact]
    public async Task A_resource_with_a_Urn_is_the_one_registered_under_it()
    {
        var mocks = new RecordingMocks();
        var copy = await Run.Update(async () =>
        {
            var original = new Widget("w", new WidgetArgs { Label = "x" });
            return new Widget("copy", options: new CustomResourceOptions { Urn = await Facts.ValueOf(original.Urn) });
        }, mocks);

        Assert.Equal("w", Assert.Single(mocks.Resources).Name);
        Assert.Equal(("w_id", "x"), (await Facts.ValueOf(copy.Id), await Facts.ValueOf(copy.Label)));
    }

    [Fact]
    public async Task A_Urn_that_no_resource_has_is_refused()
        => Assert.Contains("Unknown resource urn:pulumi:stack::project::test:index:Widget::nobody",
            await Run.ErrorText(() => _ = new Widget("w", options: new CustomResourceOptions { Urn = "urn:pulumi:stack::project::test:index:Widget::nobody" })),
            StringComparison.Ordinal);
}
