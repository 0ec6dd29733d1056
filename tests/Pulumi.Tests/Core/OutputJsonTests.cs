using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

public class OutputJsonTests
{
    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private sealed record Point(int X, int Y);

    private sealed class Nested
    {
        public Output<int>? Output { get; init; }

        public Input<string>? Input { get; init; }

        public int Plain { get; init; }
    }

    [Fact]
    public async Task Serializes_a_value_as_System_Text_Json_does()
        => Assert.Equal("""{"X":1,"Y":2}""", await Facts.ValueOf(Output.JsonSerialize(Output.Create(new Point(1, 2)))));

    [Fact]
    public async Task Serializes_with_the_given_options_and_leaves_them_alone()
    {
        var before = Camel.Converters.Count;

        Assert.Equal("""{"x":1,"y":2}""", await Facts.ValueOf(Output.JsonSerialize(Output.Create(new Point(1, 2)), Camel)));
        Assert.Equal(before, Camel.Converters.Count);
    }

    [Fact]
    public async Task Serializes_the_values_of_nested_outputs_and_inputs()
    {
        var value = new Nested { Output = Output.Create(1), Input = Output.Create("x"), Plain = 3 };

        Assert.Equal("""{"Output":1,"Input":"x","Plain":3}""", await Facts.ValueOf(Output.JsonSerialize(Output.Create(value))));
    }

    [Fact]
    public async Task Serializes_nested_lists_and_maps_of_inputs()
    {
        var value = new Dictionary<string, object>
        {
            ["list"] = new InputList<int> { 1, Output.Create(2) },
            ["map"] = new InputMap<string> { { "key", Output.Create("value") } },
        };

        Assert.Equal("""{"list":[1,2],"map":{"key":"value"}}""", await Facts.ValueOf(Output.JsonSerialize(Output.Create(value))));
    }

    [Fact]
    public async Task Serializes_outputs_inside_outputs()
    {
        var value = Output.Create(ImmutableDictionary<string, Output<Output<int>>>.Empty.Add("deep", Output.Create(Output.Create(1))));

        Assert.Equal("""{"deep":1}""", await Facts.ValueOf(Output.JsonSerialize(value)));
    }

    [Fact]
    public async Task Serializes_null_as_null()
        => Assert.Equal("null", await Facts.ValueOf(Output.JsonSerialize(Output.Create((string?)null))));

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task The_text_is_as_known_and_as_secret_as_the_value(bool known, bool secret)
    {
        var facts = await Run.Preview(() => Facts.Of(Output.JsonSerialize(Facts.Make(1, known, secret))));

        Assert.Equal((known, secret, known ? "1" : null), (facts.IsKnown, facts.IsSecret, facts.Value));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task The_text_is_as_known_and_as_secret_as_a_nested_output(bool known, bool secret)
    {
        var facts = await Run.Preview(() => Facts.Of(Output.JsonSerialize(Output.Create(new Nested { Output = Facts.Make(1, known, secret) }))));

        Assert.Equal((known, secret), (facts.IsKnown, facts.IsSecret));
    }

    [Fact]
    public async Task Fails_when_the_value_cannot_be_serialized()
        => await Assert.ThrowsAsync<NotSupportedException>(() => Facts.Of(Output.JsonSerialize(Output.Create(typeof(string)))));

    [Fact]
    public async Task Deserializes_a_value_as_System_Text_Json_does()
        => Assert.Equal(new Point(1, 2), await Facts.ValueOf(Output.JsonDeserialize<Point>(Output.Create("""{"X":1,"Y":2}"""))));

    [Fact]
    public async Task Deserializes_with_the_given_options()
        => Assert.Equal(new Point(1, 2), await Facts.ValueOf(Output.JsonDeserialize<Point>(Output.Create("""{"x":1,"y":2}"""), Camel)));

    [Fact]
    public async Task Deserializes_nested_outputs_that_are_as_secret_as_the_text()
    {
        var outer = await Facts.Of(Output.JsonDeserialize<ImmutableDictionary<string, Output<int>>>(Output.CreateSecret("""{"a":1}""")));
        var inner = await Facts.Of(outer.Value["a"]);

        Assert.True(outer.IsSecret);
        Assert.Equal((true, true, 1), (inner.IsKnown, inner.IsSecret, inner.Value));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task The_value_is_as_known_and_as_secret_as_the_text(bool known, bool secret)
    {
        var facts = await Run.Preview(() => Facts.Of(Output.JsonDeserialize<int>(Facts.Make("1", known, secret))));

        Assert.Equal((known, secret, known ? 1 : 0), (facts.IsKnown, facts.IsSecret, facts.Value));
    }

    [Fact]
    public async Task Fails_on_text_that_is_not_JSON()
        => await Assert.ThrowsAsync<JsonException>(() => Facts.Of(Output.JsonDeserialize<int>(Output.Create("{"))));

    [Fact]
    public void Rejects_null_arguments()
    {
        Assert.Throws<ArgumentNullException>(() => Output.JsonSerialize<int>(null!));
        Assert.Throws<ArgumentNullException>(() => Output.JsonDeserialize<int>(null!));
    }
}
