using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Serialization;

/// <summary>What a resource's args look like to the mocks: the wire's names and the wire's few kinds of values.</summary>
public class MockInputsTests
{
    [Fact]
    public async Task Plain_values_keep_their_kind_and_every_number_is_a_double()
    {
        var inputs = await InputsAsync(new EverythingArgs { Text = "x", Flag = true, Whole = 3, Fraction = 1.5, Plain = "y" });

        Assert.Equal(["flag", "fraction", "plain", "text", "whole"], inputs.Keys.Order());
        Assert.Equal("x", inputs["text"]);
        Assert.Equal(true, inputs["flag"]);
        Assert.Equal(3.0, inputs["whole"]);
        Assert.Equal(1.5, inputs["fraction"]);
        Assert.Equal("y", inputs["plain"]);
    }

    [Fact]
    public async Task What_is_not_set_or_null_is_absent()
        => Assert.Empty(await InputsAsync(new EverythingArgs { Text = Output.Create((string)null!), Ignored = "not an input" }));

    [Fact]
    public async Task Outputs_and_secrets_are_unwrapped()
    {
        var inputs = await InputsAsync(new EverythingArgs
        {
            Text = Output.CreateSecret("hidden"),
            Map = { { "key", Output.CreateSecret("also hidden") } },
        });

        Assert.Equal("hidden", inputs["text"]);
        Assert.Equal("also hidden", Map(inputs["map"])["key"]);
    }

    [Fact]
    public async Task Enums_unions_and_json_arrive_as_their_values()
    {
        using var document = JsonDocument.Parse("""{"a":[1,true,null,"x"],"gone":null}""");
        var inputs = await InputsAsync(new EverythingArgs
        {
            Color = Color.Red,
            Ratio = Ratio.Half,
            Weekday = Weekday.Tuesday,
            Union = 7,
            Json = document,
        });

        Assert.Equal("red", inputs["color"]);
        Assert.Equal(0.5, inputs["ratio"]);
        Assert.Equal(2.0, inputs["weekday"]);
        Assert.Equal(7.0, inputs["union"]);
        Assert.Equal([1.0, true, null, "x"], Array(Map(inputs["json"])["a"]));
    }

    [Fact]
    public async Task Nested_args_lists_and_maps_arrive_as_immutable_maps_and_arrays()
    {
        var inputs = await InputsAsync(new EverythingArgs
        {
            Nested = new NestedArgs { Name = "n", Size = 1 },
            List = { new NestedArgs { Size = 2 }, Output.Create(new NestedArgs { Name = Output.Create("m") }) },
            Map = { { "a", "1" }, { "b", Output.Create("2") } },
            Deep = new Dictionary<string, ImmutableArray<int>> { ["d"] = [1, 2] },
            Anything = new Dictionary<string, object> { ["list"] = new object[] { 1, "x", false } },
        });

        Assert.Equal(ImmutableDictionary<string, object>.Empty.Add("name", "n").Add("size", 1.0), Map(inputs["nested"]));
        Assert.Equal([2.0, "m"], Array(inputs["list"]).Select(item => Assert.Single(Map(item!)).Value));
        Assert.Equal(ImmutableDictionary<string, object>.Empty.Add("a", "1").Add("b", "2"), Map(inputs["map"]));
        Assert.Equal([1.0, 2.0], Array(Map(inputs["deep"])["d"]));
        Assert.Equal([1.0, "x", false], Array(Map(inputs["anything"])["list"]));
    }

    [Fact]
    public async Task Null_members_of_nested_maps_are_absent_and_null_items_of_lists_stay()
    {
        var inputs = await InputsAsync(new EverythingArgs
        {
            Anything = new Dictionary<string, object?> { ["gone"] = null, ["list"] = new object?[] { null, 1 } },
        });

        var map = Map(inputs["anything"]);
        Assert.Equal(["list"], map.Keys);
        Assert.Equal([null, 1.0], Array(map["list"]));
    }

    [Fact]
    public async Task An_empty_list_or_map_arrives_empty()
    {
        var inputs = await InputsAsync(new EverythingArgs { List = new InputList<NestedArgs>(), Map = new InputMap<string>(), Deep = new Dictionary<string, ImmutableArray<int>> { ["d"] = default } });

        Assert.Empty(Array(inputs["list"]));
        Assert.Empty(Map(inputs["map"]));
        Assert.Empty(Array(Map(inputs["deep"])["d"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_property_with_anything_unknown_inside_is_absent_as_a_whole(bool preview)
    {
        var inputs = await InputsAsync(() => new EverythingArgs
        {
            Text = Facts.Make("x", known: false),
            Nested = new NestedArgs { Name = "known", Size = Facts.Make(1, known: false) },
            Map = { { "known", "1" }, { "unknown", Facts.Make("2", known: false) } },
            Plain = "stays",
        }, preview);

        Assert.Equal("plain", Assert.Single(inputs).Key);
    }

    [Fact]
    public async Task A_json_input_arrives_as_JSON_text()
    {
        var inputs = await InputsAsync(new EverythingArgs { JsonText = new NestedArgs { Name = Output.Create("n"), Size = 1 } });

        using var document = JsonDocument.Parse(Assert.IsType<string>(inputs["jsonText"]));
        Assert.Equal(("n", 1), (document.RootElement.GetProperty("name").GetString(), document.RootElement.GetProperty("size").GetInt32()));
    }

    [Fact]
    public async Task Assets_and_archives_arrive_as_such()
    {
        foreach (AssetOrArchive asset in new AssetOrArchive[]
        {
            new StringAsset("text"), new FileAsset("path"), new RemoteAsset("https://example.org/a"),
            new FileArchive("path"), new RemoteArchive("https://example.org/a.zip"),
            new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = new StringAsset("text") }),
        })
            Assert.IsType(asset.GetType(), (await InputsAsync(new EverythingArgs { Asset = asset }))["asset"]);
    }

    [Fact]
    public async Task A_resource_arrives_as_a_reference_to_it()
    {
        var mocks = new RecordingMocks();
        var (widget, box, widgetReference, boxReference) = await Run.Update(async () =>
        {
            var (widget, box) = (new Widget("w"), new Box("b"));
            var a = new AnyResource("test:index:Everything", "a", new EverythingArgs { Resource = widget });
            var b = new AnyResource("test:index:Everything", "b2", new EverythingArgs { Resource = box });
            await Task.WhenAll(Facts.ValueOf(a.Id), Facts.ValueOf(b.Id));
            return (await Facts.ValueOf(widget.Urn), await Facts.ValueOf(box.Urn),
                await Facts.ValueOf(Assert.IsAssignableFrom<Resource>(mocks["a"].Inputs["resource"]).Urn),
                await Facts.ValueOf(Assert.IsAssignableFrom<Resource>(mocks["b2"].Inputs["resource"]).Urn));
        }, mocks);

        Assert.Equal((widget, box), (widgetReference, boxReference));
    }

    [Fact]
    public async Task DictionaryResourceArgs_sends_its_entries()
    {
        var mocks = new RecordingMocks();
        await Run.Resources(() => _ = new AnyResource("test:index:Any", "n",
            new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty.Add("a", 1).Add("b", Output.Create("x")).Add("gone", null))), mocks);

        Assert.Equal(ImmutableDictionary<string, object>.Empty.Add("a", 1.0).Add("b", "x"), mocks["n"].Inputs);
    }

    private static Task<ImmutableDictionary<string, object>> InputsAsync(EverythingArgs args) => InputsAsync(() => args, preview: false);

    private static async Task<ImmutableDictionary<string, object>> InputsAsync(Func<EverythingArgs> args, bool preview)
    {
        var mocks = new RecordingMocks();
        await Run.Resources(() => _ = new AnyResource("test:index:Everything", "e", args()), mocks, preview);
        return mocks["e"].Inputs;
    }

    private static ImmutableDictionary<string, object> Map(object value) => Assert.IsType<ImmutableDictionary<string, object>>(value);

    private static IReadOnlyList<object?> Array(object value) => [.. Assert.IsType<ImmutableArray<object?>>(value)];
}
