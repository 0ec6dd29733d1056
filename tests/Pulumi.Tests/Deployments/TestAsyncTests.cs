using Pulumi.Testing;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Deployments;

public class TestAsyncTests
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    [Fact]
    public async Task Runs_an_action_and_an_asynchronous_action()
    {
        var fromAction = await Deployment.TestAsync(new RecordingMocks(), Update, () => { _ = new Widget("w"); });
        var fromTask = await Deployment.TestAsync(new RecordingMocks(), Update, async () =>
        {
            await Task.Yield();
            _ = new Widget("w");
        });

        Assert.Equal("w", Assert.Single(fromAction).GetResourceName());
        Assert.Equal("w", Assert.Single(fromTask).GetResourceName());
    }

    [Fact]
    public async Task Runs_functions_with_outputs_and_gives_the_outputs_back()
    {
        var (resources, outputs) = await Deployment.TestAsync(new RecordingMocks(), Update, () =>
        {
            var widget = new Widget("w", new WidgetArgs { Label = "x" });
            return new Dictionary<string, object?> { ["label"] = widget.Label, ["plain"] = 1, ["nothing"] = null };
        });
        var (laterResources, laterOutputs) = await Deployment.TestAsync(new RecordingMocks(), Update, async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["id"] = new Widget("w").Id };
        });

        Assert.Single(resources);
        Assert.Equal("x", await Facts.ValueOf(Assert.IsType<Output<string>>(outputs["label"])));
        Assert.Equal((1, null), (outputs["plain"], outputs["nothing"]));
        Assert.Single(laterResources);
        Assert.Equal("w_id", await Facts.ValueOf(Assert.IsType<Output<string>>(laterOutputs["id"])));
    }

    [Fact]
    public async Task Gives_back_outputs_of_any_kind()
    {
        var (_, outputs) = await Deployment.TestAsync(new RecordingMocks(), Update, () => new Dictionary<string, object?> { ["task"] = Task.FromResult(3) });

        Assert.Equal(3, await Assert.IsType<Task<int>>(outputs["task"]));
    }

    [Fact]
    public async Task Gives_back_components_and_their_children_parents_first()
    {
        var resources = await Run.Resources(() =>
        {
            var outer = new Box("outer");
            var inner = new Box("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Widget("leaf", options: new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal(["outer", "inner", "leaf"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Waits_for_resources_that_are_made_late()
    {
        var mocks = new RecordingMocks
        {
            OnResource = async args =>
            {
                await Task.Delay(20);
                return ($"{args.Name}_id", args.Inputs);
            },
        };
        await Run.Resources(() => Output.Create(Task.Delay(20).ContinueWith(_ => 1, TaskScheduler.Default)).Apply(_ => new Widget("late").Id), mocks);

        Assert.Equal("late", Assert.Single(mocks.Resources).Name);
    }

    [Fact]
    public async Task Is_a_preview_of_project_and_stack_by_default()
    {
        (string, string, string, bool) seen = default;
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () => { seen = Describe(); });

        Assert.Equal(("project", "stack", "organization", true), seen);
    }

    [Fact]
    public async Task Offers_the_given_options_through_Instance()
    {
        var options = new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", IsPreview = false, RootDirectory = "/root/of/it" };
        ((string, string, string, bool), string) seen = default;
        await Deployment.TestAsync(new RecordingMocks(), options, () => { seen = (Describe(), Deployment.Instance.RootDirectory); });

        Assert.Equal((("p", "s", "o", false), "/root/of/it"), seen);
    }

    [Fact]
    public async Task Parallel_runs_do_not_see_each_other()
    {
        var runs = Enumerable.Range(0, 16).Select(async number =>
        {
            var mocks = new RecordingMocks();
            var projects = new List<string>();
            var resources = await Deployment.TestAsync(mocks, new TestOptions { ProjectName = $"p{number}", IsPreview = number % 2 == 0 }, async () =>
            {
                for (var step = 0; step < 5; step++)
                {
                    _ = new Widget($"w{number}-{step}");
                    await Task.Delay(1);
                    projects.Add($"{Deployment.Instance.ProjectName}/{Deployment.Instance.IsDryRun}");
                }
            });
            Assert.Equal([$"p{number}/{number % 2 == 0}"], projects.Distinct());
            Assert.Equal(5, resources.Length);
            Assert.All(mocks.Resources, resource => Assert.StartsWith($"w{number}-", resource.Name, StringComparison.Ordinal));
        });

        await Task.WhenAll(runs);
    }

    [Fact]
    public async Task Leaves_no_instance_behind()
    {
        await Run.Resources(() => _ = new Widget("w"));

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task EmptyMocks_echo_inputs_and_give_no_id()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new TestOptions { IsPreview = false }, () => { _ = new Widget("w", new WidgetArgs { Label = "x" }); });

        var widget = Assert.Single(resources.OfType<Widget>());
        Assert.Equal("x", await Facts.ValueOf(widget.Label));
        Assert.False((await Facts.Of(widget.Id)).IsKnown);
    }

    [Fact]
    public async Task Mocks_need_not_implement_RegisterResourceOutputs()
    {
        var resources = await Deployment.TestAsync(new MinimalMocks(), new TestOptions(), () => { _ = new Box("b"); });

        Assert.Single(resources);
    }

    private sealed class MinimalMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>(("id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }

    private static (string, string, string, bool) Describe()
        => (Deployment.Instance.ProjectName, Deployment.Instance.StackName, Deployment.Instance.OrganizationName, Deployment.Instance.IsDryRun);
}
