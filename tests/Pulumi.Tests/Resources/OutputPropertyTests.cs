using System.Collections.Immutable;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

/// <summary>When properties marked <see cref="OutputAttribute"/> are filled, and by whom.</summary>
public class OutputPropertyTests
{
    private sealed class Initialized : ComponentResource
    {
        [Output]
        public Output<string> One { get; set; } = Output.Create("one");

        [Output("two")]
        public Output<string>? Two { get; set; }

        [Output]
        private Output<string> Hidden { get; set; } = Output.Create("hidden");

        public Initialized(string name, bool remote = false)
            : base("test:index:Initialized", name, ResourceArgs.Empty, null, remote)
        {
            if (!remote)
                RegisterOutputs();
        }
    }

    [OutputType]
    public sealed record Place(string Street, int Number);

    private sealed class House : CustomResource
    {
        [Output("place")]
        public Output<Place> Place { get; private set; } = null!;

        [Output("rooms")]
        public Output<ImmutableArray<Output<string>>> Rooms { get; private set; } = null!;

        public House(string name)
            : base("test:index:House", name, ResourceArgs.Empty, null)
        {
        }
    }

    [Fact]
    public async Task A_component_keeps_what_its_initializers_set_and_leaves_the_rest_empty()
    {
        var mocks = RecordingMocks.Answering(ImmutableDictionary<string, object>.Empty.Add("One", "other").Add("two", "other"), "id");
        var component = Assert.Single((await Run.Resources(() => _ = new Initialized("c"), mocks, preview: true)).OfType<Initialized>());

        Assert.Equal("one", await Facts.ValueOf(component.One));
        Assert.Null(component.Two);
    }

    [Fact]
    public async Task A_component_that_a_provider_makes_is_filled_by_it()
    {
        var mocks = RecordingMocks.Answering(ImmutableDictionary<string, object>.Empty.Add("two", "other"), "id");
        var component = Assert.Single((await Run.Resources(() => _ = new Initialized("c", remote: true), mocks)).OfType<Initialized>());

        Assert.Equal("other", await Facts.ValueOf(component.Two!));
    }

    [Fact]
    public async Task RegisterOutputs_takes_public_properties_only()
    {
        var mocks = new RecordingMocks();
        var component = Assert.Single((await Run.Resources(() => _ = new Initialized("c"), mocks)).OfType<Initialized>());
        var urn = await Facts.ValueOf(component.Urn);

        Assert.DoesNotContain("Hidden", Assert.Single(mocks.Outputs, outputs => outputs.Urn == urn).Outputs.Keys);
    }

    [Fact]
    public async Task A_transformation_sees_the_outputs_of_the_resource_being_made()
    {
        Output<string>? label = null;
        await Run.Resources(() => _ = new Widget("w", new WidgetArgs { Label = "x" }, new CustomResourceOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    label = Output.Tuple(args.Resource.Urn, ((Widget)args.Resource).Label).Apply(pair => pair.Item2 + "!");
                    return null;
                },
            },
        }));

        Assert.Equal("x!", await Facts.ValueOf(label!));
    }

    [Fact]
    public async Task Output_types_may_be_records_and_hold_outputs()
    {
        var mocks = RecordingMocks.Answering(ImmutableDictionary<string, object>.Empty
            .Add("place", ImmutableDictionary<string, object>.Empty.Add("Street", "Elm").Add("Number", 3))
            .Add("rooms", ImmutableArray.Create<object>("hall")), "id");
        var house = Assert.Single((await Run.Resources(() => _ = new House("h"), mocks)).OfType<House>());

        Assert.Equal(new Place("Elm", 3), await Facts.ValueOf(house.Place));
        Assert.Equal("hall", await Facts.ValueOf(Assert.Single(await Facts.ItemsOf(house.Rooms))));
    }
}
