using Pulumi.Testing;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

/// <summary>Transformations run on construction: a resource's own first, then its parent's, then its grandparent's, then the stack's.</summary>
public class TransformationTests
{
    [Fact]
    public async Task Run_from_the_resource_up_to_the_root()
    {
        var order = new List<string>();
        ResourceTransformation Note(string where) => args =>
        {
            if (args.Resource is Widget)
                order.Add(where);
            return null;
        };

        await Run.Resources(() =>
        {
            var outer = new Box("outer", new ComponentResourceOptions { ResourceTransformations = { Note("outer") } });
            var inner = new Box("inner", new ComponentResourceOptions { Parent = outer, ResourceTransformations = { Note("inner") } });
            _ = new Widget("w", options: new CustomResourceOptions { Parent = inner, ResourceTransformations = { Note("own 1"), Note("own 2") } });
        });

        Assert.Equal(["own 1", "own 2", "inner", "outer"], order);
    }

    [Fact]
    public async Task Of_the_stack_see_every_resource_with_its_args_and_options()
    {
        var seen = new List<(string Name, Resource? Parent, ResourceArgs Args)>();
        var options = new StackOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    seen.Add((args.Resource.GetResourceName(), args.Options.Parent, args.Args));
                    return null;
                },
            },
        };
        var widgetArgs = new WidgetArgs { Label = "x" };
        Box? box = null;

        await Deployment.TestWithServiceProviderAsync<CallbackStack>(new RecordingMocks(), new CallbackStack.Provider(() => new CallbackStack(options, () =>
        {
            box = new Box("box");
            _ = new Widget("w", widgetArgs, new CustomResourceOptions { Parent = box });
        })), new TestOptions { IsPreview = false });

        var widget = Assert.Single(seen, item => item.Name == "w");
        Assert.Same(box, widget.Parent);
        Assert.Same(widgetArgs, widget.Args);
        Assert.Contains(seen, item => item.Name == "box");
    }

    [Fact]
    public async Task Can_replace_the_args_and_see_what_earlier_ones_made()
    {
        var mocks = new RecordingMocks();
        ResourceTransformation Append(string text) => args => new ResourceTransformationResult(
            new WidgetArgs { Label = ((WidgetArgs)args.Args).Label.Apply(label => label + text) }, args.Options);

        await Run.Resources(() =>
        {
            var box = new Box("box", new ComponentResourceOptions
            {
                ResourceTransformations = { args => args.Resource is Widget ? Append("c")(args) : null },
            });
            _ = new Widget("w", new WidgetArgs { Label = "a" }, new CustomResourceOptions { Parent = box, ResourceTransformations = { Append("b") } });
        }, mocks);

        Assert.Equal("abc", mocks["w"].Inputs["label"]);
    }

    [Fact]
    public async Task Can_replace_the_options()
    {
        var mocks = new RecordingMocks();

        await Run.Resources(() =>
        {
            var provider = new TestProvider("prov");
            _ = new Widget("w", options: new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    args => new ResourceTransformationResult(args.Args,
                        CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { Provider = provider })),
                },
            });
        }, mocks);

        Assert.EndsWith("::prov::prov_id", mocks["w"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task May_not_change_the_parent()
    {
        var text = await Run.ErrorText(() =>
        {
            var box = new Box("box");
            _ = new Widget("w", options: new CustomResourceOptions
            {
                ResourceTransformations = { args => new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = box }) },
            });
        });

        Assert.Contains("Transformations cannot currently be used to change the 'parent' of a resource.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_throw_end_the_run_with_their_message()
    {
        var text = await Run.ErrorText(() => _ = new Widget("w", options: new CustomResourceOptions
        {
            ResourceTransformations = { _ => throw new FormatException("no such format") },
        }));

        Assert.Contains("no such format", text, StringComparison.Ordinal);
    }
}
