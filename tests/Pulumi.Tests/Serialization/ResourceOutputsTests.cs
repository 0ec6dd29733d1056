using System.Collections.Immutable;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Serialization;

/// <summary>How the state that a mock answers reaches the [Output] properties of a resource.</summary>
public class ResourceOutputsTests
{
    [Fact]
    public async Task Plain_values_reach_properties_of_their_type()
    {
        var everything = await ReadAsync(new()
        {
            ["text"] = "x",
            ["flag"] = true,
            ["whole"] = 3,
            ["maybeWhole"] = 4.0,
            ["fraction"] = 1.5,
            ["Unnamed"] = "by property name",
        });

        Assert.Equal("x", await Facts.ValueOf(everything.Text));
        Assert.True(await Facts.ValueOf(everything.Flag));
        Assert.Equal(3, await Facts.ValueOf(everything.Whole));
        Assert.Equal(4, await Facts.ValueOf(everything.MaybeWhole));
        Assert.Equal(1.5, await Facts.ValueOf(everything.Fraction));
        Assert.Equal("by property name", await Facts.ValueOf(everything.Unnamed));
    }

    [Fact]
    public async Task Enums_are_made_from_text_and_numbers()
    {
        var everything = await ReadAsync(new() { ["color"] = "blue", ["ratio"] = 0.5, ["weekday"] = 2 });

        Assert.Equal(Color.Blue, await Facts.ValueOf(everything.Color));
        Assert.Equal(Ratio.Half, await Facts.ValueOf(everything.Ratio));
        Assert.Equal(Weekday.Tuesday, await Facts.ValueOf(everything.Weekday));
    }

    [Theory]
    [InlineData(80)]
    [InlineData("http")]
    public async Task A_union_takes_the_case_that_fits(object value)
    {
        var everything = await ReadAsync(new() { ["union"] = value });

        Assert.Equal(value, (await Facts.ValueOf(everything.Union)).Value);
    }

    [Fact]
    public async Task Output_types_are_made_by_their_constructor_with_defaults_for_what_is_missing()
    {
        var everything = await ReadAsync(new()
        {
            ["part"] = new Dictionary<string, object>
            {
                ["name"] = "outer",
                ["size"] = 1,
                ["sub-parts"] = new List<object> { new Dictionary<string, object> { ["name"] = "inner" } },
            },
        });

        var part = await Facts.ValueOf(everything.Part);
        Assert.Equal(("outer", 1, null), (part.Name, part.Size, part.Note));
        Assert.Equal(("inner", 0), (Assert.Single(part.Parts).Name, Assert.Single(part.Parts).Size));
    }

    [Fact]
    public async Task Lists_maps_and_untyped_values_are_immutable()
    {
        var everything = await ReadAsync(new()
        {
            ["list"] = new[] { 1, 2 },
            ["map"] = new Dictionary<string, object> { ["a"] = new[] { "x" } },
            ["anything"] = new Dictionary<string, object> { ["n"] = 1 },
        });

        Assert.Equal([1, 2], await Facts.ItemsOf(everything.List));
        Assert.Equal("x", Assert.Single((await Facts.ValueOf(everything.Map))["a"]));
        Assert.Equal(1.0, Assert.IsType<ImmutableDictionary<string, object>>(await Facts.ValueOf(everything.Anything))["n"]);
    }

    [Fact]
    public async Task A_JsonElement_holds_any_value()
    {
        var everything = await ReadAsync(new() { ["json"] = new Dictionary<string, object> { ["a"] = new object[] { 1, true, "x" } } });

        Assert.Equal("""{"a":[1,true,"x"]}""", (await Facts.ValueOf(everything.Json)).GetRawText());
    }

    [Fact]
    public async Task An_asset_stays_an_asset()
    {
        var everything = await ReadAsync(new() { ["asset"] = new StringAsset("text") });

        Assert.IsType<StringAsset>(await Facts.ValueOf(everything.Asset));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_the_default_and_does_not_fail_the_run()
    {
        var everything = await ReadAsync(new() { ["text"] = 1, ["whole"] = "not a number", ["flag"] = true });

        Assert.Null(await Facts.ValueOf(everything.Text));
        Assert.Equal(0, await Facts.ValueOf(everything.Whole));
        Assert.True(await Facts.ValueOf(everything.Flag));
    }

    [Fact]
    public async Task What_the_state_lacks_is_unknown_in_a_preview()
    {
        var everything = await ReadAsync(new() { ["text"] = "x" }, preview: true);

        Assert.Equal((true, "x"), await KnownAsync(everything.Text));
        Assert.Equal((false, 0), await KnownAsync(everything.Whole));
        Assert.False((await Facts.Of(everything.List)).IsKnown);
    }

    [Fact]
    public async Task What_the_state_lacks_is_the_default_in_an_update()
    {
        var everything = await ReadAsync([]);

        Assert.Equal((true, null), await KnownAsync(everything.Text));
        Assert.Equal((true, 0), await KnownAsync(everything.Whole));
        Assert.Equal((true, null), await KnownAsync(everything.MaybeWhole));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Urn_is_known_always_and_Id_when_the_mock_gives_one(bool preview)
    {
        var with = await ReadAsync([], preview);
        var without = await ReadAsync([], preview, id: null);

        Assert.Equal((true, "id"), await KnownAsync(with.Id));
        Assert.Equal((false, null), await KnownAsync(without.Id));
        Assert.True((await KnownAsync(without.Urn)).Known);
    }

    [Fact]
    public async Task An_echoed_resource_reference_is_a_resource_with_the_same_urn()
    {
        var (original, echoed) = await Run.Update(async () =>
        {
            var widget = new Widget("w");
            var pointer = new Pointer("p", new WidgetArgs { Target = widget });
            return (await Facts.ValueOf(widget.Urn), await Facts.ValueOf(pointer.Target.Apply(target => target.Urn)));
        });

        Assert.Equal(original, echoed);
    }

    [Fact]
    public async Task A_state_may_be_args()
    {
        var everything = await ReadFromAsync(RecordingMocks.Answering(new NestedTextArgs { Text = Output.Create("x") }));

        Assert.Equal("x", await Facts.ValueOf(everything.Text));
    }

    private sealed class NestedTextArgs : ResourceArgs
    {
        [Input("text")]
        public Input<string>? Text { get; set; }
    }

    private sealed class Pointer(string name, WidgetArgs args) : CustomResource("test:index:Pointer", name, args, null)
    {
        [Output("target")]
        public Output<Resource> Target { get; private set; } = null!;
    }

    private static Task<Everything> ReadAsync(Dictionary<string, object> state, bool preview = false, string? id = "id")
        => ReadFromAsync(RecordingMocks.Answering(state, id), preview);

    private static async Task<Everything> ReadFromAsync(RecordingMocks mocks, bool preview = false)
        => Assert.Single((await Run.Resources(() => _ = new Everything("e"), mocks, preview)).OfType<Everything>());

    private static async Task<(bool Known, T Value)> KnownAsync<T>(Output<T> output)
    {
        var facts = await Facts.Of(output);
        return (facts.IsKnown, facts.Value);
    }
}
