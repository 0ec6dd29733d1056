using Pulumi.Testing;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

public class StackTests
{
    public sealed class GoodStack : Stack
    {
        [Output("label")]
        public Output<string> Label { get; set; }

        [Output]
        public Output<int> Count { get; set; }

        public GoodStack()
        {
            var widget = new Widget("w", new WidgetArgs { Label = "x" });
            Label = widget.Label;
            Count = Output.Create(3);
        }
    }

    public sealed class NullOutputStack : Stack
    {
        [Output("address")]
        public Output<string>? Address { get; set; }

        public NullOutputStack() => Address = null;
    }

    public sealed class ReadOnlyOutputStack : Stack
    {
        [Output("address")]
        public Output<string>? Address { get; }
    }

    public sealed class ThrowingStack : Stack
    {
        public ThrowingStack() => throw new FormatException("no such format");
    }

    [Fact]
    public async Task A_stack_class_is_the_first_resource_and_named_after_project_and_stack()
    {
        var options = new TestOptions { ProjectName = "shop", StackName = "prod", IsPreview = false };
        var resources = await Deployment.TestAsync<GoodStack>(new RecordingMocks(), options);

        var stack = Assert.IsType<GoodStack>(resources[0]);
        Assert.Equal(("pulumi:pulumi:Stack", "shop-prod"), (stack.GetResourceType(), stack.GetResourceName()));
        Assert.Equal("urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod", await Facts.ValueOf(stack.Urn));
    }

    [Fact]
    public async Task The_stack_does_not_reach_the_mocks_but_its_outputs_do()
    {
        var mocks = new RecordingMocks();
        var resources = await Deployment.TestAsync<GoodStack>(mocks, new TestOptions { IsPreview = false });
        var urn = await Facts.ValueOf(resources[0].Urn);

        Assert.Equal("w", Assert.Single(mocks.Resources).Name);
        var outputs = Assert.Single(mocks.Outputs, request => request.Urn == urn).Outputs;
        Assert.Equal("x", await Facts.ValueOf(outputs["label"]));
        Assert.Equal(3.0, await Facts.ValueOf(outputs["Count"]));
    }

    [Fact]
    public async Task An_output_that_is_null_is_refused_by_name()
    {
        var text = string.Join('\n', await Run.Errors(() => Deployment.TestAsync<NullOutputStack>(new RecordingMocks())));

        Assert.Contains("Output(s) 'address' have no value assigned", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_output_that_cannot_be_set_is_refused_by_name()
        => Assert.Contains("address",
            string.Join('\n', await Run.Errors(() => Deployment.TestAsync<ReadOnlyOutputStack>(new RecordingMocks()))), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task What_a_stack_throws_ends_the_run()
        => Assert.Contains("no such format", string.Join('\n', await Run.Errors(() => Deployment.TestAsync<ThrowingStack>(new RecordingMocks()))), StringComparison.Ordinal);

    [Fact]
    public async Task A_service_provider_that_has_no_such_stack_is_refused_by_type()
    {
        var errors = await Run.Errors(() => Deployment.TestWithServiceProviderAsync<GoodStack>(new RecordingMocks(), new CallbackStack.Provider(() => null!)));

        Assert.Contains("GoodStack", string.Join('\n', errors), StringComparison.Ordinal);
    }
}
