using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.StandIn;

/// <summary>
/// What the stand-in promises beyond the official mocks, because the engine itself behaves so. These tests are left out with
/// -p:PulumiSdk=nuget: the official mock monitor keeps only the outermost parent type in a URN and lets duplicates pass.
/// </summary>
public class StricterThanOfficialTests
{
    [Fact]
    public async Task Two_resources_with_one_urn_are_refused_by_urn()
    {
        var text = await Run.ErrorText(() =>
        {
            _ = new Widget("twin");
            _ = new Widget("twin");
        });

        Assert.Contains("urn:pulumi:stack::project::test:index:Widget::twin", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_name_may_serve_two_types_and_two_parents()
    {
        var resources = await Run.Resources(() =>
        {
            _ = new Widget("same");
            _ = new Widget("same", options: new CustomResourceOptions { Parent = new Box("same") });
            _ = new AnyResource("test:index:Other", "same", null);
        });

        Assert.Equal(4, resources.Count);
    }

    [Fact]
    public async Task A_urn_holds_the_types_of_all_ancestors_but_the_stack()
    {
        var resources = await Run.Resources(() =>
        {
            var outer = new Box("outer");
            var inner = new ComponentResource("test:index:Inner", "inner", new ComponentResourceOptions { Parent = outer });
            _ = new Widget("leaf", options: new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal("urn:pulumi:stack::project::test:index:Box$test:index:Inner$test:index:Widget::leaf",
            await Facts.ValueOf(Assert.Single(resources.OfType<Widget>()).Urn));
    }

    [Fact]
    public async Task A_failure_that_many_outputs_share_is_reported_once()
    {
        var exception = await Record.ExceptionAsync(() => Run.Resources(() =>
        {
            var failing = Facts.Failing<string>("no such format");
            _ = failing.Apply(text => text + "!");
            _ = new Widget("one", new WidgetArgs { Label = failing });
            _ = new Widget("two", new WidgetArgs { Label = Output.Format($"{failing}?") });
        }));

        var message = Assert.IsType<RunException>(exception).Message;
        Assert.Equal(2, message.Split("no such format").Length);
    }

    [Fact]
    public async Task A_failure_names_the_resource_that_needed_the_value()
    {
        var text = await Run.ErrorText(() => _ = new Widget("w", new WidgetArgs
        {
            Label = Facts.Failing<string>("no such format"),
        }));

        Assert.Contains("no such format", text, StringComparison.Ordinal);
        Assert.Contains("'w' (test:index:Widget)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_of_a_resource_that_could_not_be_made_fail_for_those_who_wait()
    {
        var options = new CustomResourceOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    args.Resource.Urn.Apply(urn => urn + "!");
                    throw new FormatException("no such format");
                },
            },
        };
        var run = Run.ErrorText(() => _ = new Widget("w", options: options));

        Assert.Contains("no such format", await run.WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }
}
