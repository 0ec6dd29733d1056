using System.Collections.Immutable;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

public class ComponentOutputsTests
{
    private sealed class Tower : ComponentResource
    {
        [Output("levels")]
        public Output<int> Levels { get; private set; }

        [Output]
        public Output<string> Title { get; private set; }

        public Tower(string name, Action<Tower>? register = null)
            : base("test:index:Tower", name)
        {
            Levels = Output.Create(3);
            Title = Output.CreateSecret("babel");
            if (register is null)
                RegisterOutputs();
            else
                register(this);
        }

        public void Register(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

        public void Register(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);

        public void Register(Output<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);
    }

    private static readonly IDictionary<string, object?> Given = new Dictionary<string, object?> { ["answer"] = Output.Create(42), ["plain"] = "x" };

    [Fact]
    public async Task RegisterOutputs_without_arguments_collects_the_output_properties_by_attribute_or_property_name()
        => Assert.Equal(ImmutableDictionary<string, object?>.Empty.Add("levels", 3.0).Add("Title", "babel"), await RegisteredAsync(null));

    [Fact]
    public async Task RegisterOutputs_takes_a_dictionary_a_task_and_an_output()
    {
        var expected = ImmutableDictionary<string, object?>.Empty.Add("answer", 42.0).Add("plain", "x");

        Assert.Equal(expected, await RegisteredAsync(tower => tower.Register(Given)));
        Assert.Equal(expected, await RegisteredAsync(tower => tower.Register(Task.FromResult(Given))));
        Assert.Equal(expected, await RegisteredAsync(tower => tower.Register(Output.Create(Given))));
    }

    [Fact]
    public async Task A_component_keeps_the_outputs_that_it_sets()
    {
        var resources = await Run.Resources(() => _ = new Tower("t"), preview: true);

        Assert.Equal(3, await Facts.ValueOf(Assert.Single(resources.OfType<Tower>()).Levels));
    }

    [Fact]
    public async Task A_component_reaches_the_mocks_with_its_type_and_args_and_without_an_id_property()
    {
        var mocks = new RecordingMocks();
        await Run.Resources(() =>
        {
            _ = new Box("plain");
            _ = new ComponentResource("test:index:WithArgs", "args", new WidgetArgs { Label = "x" });
            _ = new ComponentResource("test:index:Remote", "remote", new WidgetArgs { Count = 2 }, remote: true);
        }, mocks);

        Assert.Equal((Box.TypeToken, 0), (mocks["plain"].Type, mocks["plain"].Inputs.Count));
        Assert.Equal("x", mocks["args"].Inputs["label"]);
        Assert.Equal(2.0, mocks["remote"].Inputs["count"]);
    }

    private static async Task<ImmutableDictionary<string, object?>> RegisteredAsync(Action<Tower>? register)
    {
        var mocks = new RecordingMocks();
        var resources = await Run.Resources(() => _ = new Tower("t", register), mocks);
        var urn = await Facts.ValueOf(Assert.Single(resources.OfType<Tower>()).Urn);
        var request = Assert.Single(mocks.Outputs, outputs => outputs.Urn == urn);
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, value) in request.Outputs)
            values[key] = await Facts.ValueOf(value);
        return values.ToImmutable();
    }
}
