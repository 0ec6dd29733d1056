using System.Collections.Immutable;
using System.Collections;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Core;

public class InputMapTests
{
    private static readonly Dictionary<string, int> One = new() { ["one"] = 1 };

    public static TheoryData<string, InputMap<int>> Conversions() => new()
    {
        { "Dictionary", One },
        { "ImmutableDictionary", One.ToImmutableDictionary() },
        { "Output<Dictionary>", Output.Create(One) },
        { "Output<IDictionary>", Output.Create<IDictionary<string, int>>(One) },
        { "Output<ImmutableDictionary>", Output.Create(One.ToImmutableDictionary()) },
    };

    [Theory]
    [MemberData(nameof(Conversions), DisableDiscoveryEnumeration = true)]
    public async Task Converts_from(string source, InputMap<int> map)
    {
        Assert.NotEmpty(source);
        Assert.Equal(One, await Facts.ValueOf(map));
    }

    [Fact]
    public async Task A_new_map_is_empty()
        => Assert.Empty(await Facts.ValueOf(new InputMap<int>()));

    [Fact]
    public async Task A_collection_initializer_takes_pairs_and_maps()
    {
        var map = new InputMap<string>
        {
            { "a", "1" },
            { "b", Output.Create("2") },
            new Dictionary<string, string> { ["c"] = "3" },
            Output.Create(ImmutableDictionary<string, string>.Empty.Add("d", "4")),
        };

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3", ["d"] = "4" }, await Facts.ValueOf(map));
    }

    [Fact]
    public async Task Add_AddRange_and_the_indexer_add_to_the_map_itself()
    {
        var map = new InputMap<int> { ["a"] = 1 };
        map.Add("b", 2);
        map.Add(new InputMap<int> { { "c", 3 } });
        map.AddRange(new Dictionary<string, int> { ["d"] = 4 });
        map["e"] = Output.Create(5);

        Assert.Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2, ["c"] = 3, ["d"] = 4, ["e"] = 5 }, await Facts.ValueOf(map));
    }

    [Fact]
    public async Task Accepts_one_key_twice_with_the_same_value()
        => Assert.Equal(One, await Facts.ValueOf(new InputMap<int> { { "one", 1 }, { "one", Output.Create(1) } }));

    [Fact]
    public async Task Rejects_one_key_twice_with_different_values()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Facts.Of(new InputMap<int> { { "one", 1 }, { "one", 2 } }));
        Assert.Contains("one", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_a_range_that_gives_a_key_a_different_value()
        => await Assert.ThrowsAsync<ArgumentException>(() => Facts.Of(new InputMap<int> { { "one", 2 }, One }));

    [Fact]
    public async Task Merge_lets_the_second_map_win_and_leaves_both_alone()
    {
        var first = new InputMap<string> { { "a", "1" }, { "b", Output.Create("wrong") } };
        var second = new InputMap<string> { { "b", Output.Create("2") }, { "c", "3" } };
        var merged = InputMap<string>.Merge(first, second);

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3" }, await Facts.ValueOf(merged));
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "wrong" }, await Facts.ValueOf(first));
        Assert.Equal(new Dictionary<string, string> { ["b"] = "2", ["c"] = "3" }, await Facts.ValueOf(second));
    }

    [Fact]
    public async Task A_map_is_unknown_when_one_value_is_and_secret_when_another_is()
    {
        var facts = await Run.Preview(() => Facts.Of(new InputMap<int> { { "a", Facts.Make(2, known: false) }, { "b", Output.CreateSecret(3) } }));

        Assert.Equal((false, true), (facts.IsKnown, facts.IsSecret));
    }

    [Fact]
    public async Task Asynchronous_enumeration_gives_the_pairs()
    {
        var pairs = new List<KeyValuePair<string, int>>();
        await foreach (var pair in new InputMap<int> { { "one", Output.Create(1) } })
            pairs.Add(await Facts.ValueOf(pair));

        Assert.Equal(One, pairs);
    }

    [Fact]
    public async Task A_missing_value_is_refused()
    {
        Input<int>? missing = null;

        Assert.NotNull(await Record.ExceptionAsync(() => Facts.Of(new InputMap<int> { { "one", missing! } })));
    }

    [Fact]
    public async Task A_map_made_from_null_is_not_sent()
    {
        var mocks = new RecordingMocks();
        await Run.Resources(() =>
        {
            _ = new AnyResource("test:index:Any", "later", new MapArgs { Map = Output.Create(default(ImmutableDictionary<string, int>)!) });
            _ = new AnyResource("test:index:Any", "now", new MapArgs { Map = default(ImmutableDictionary<string, int>)! });
        }, mocks);

        Assert.Empty(mocks["later"].Inputs);
        Assert.Empty(mocks["now"].Inputs);
    }

    private sealed class MapArgs : ResourceArgs
    {
        [Input("map")]
        public InputMap<int>? Map { get; set; }
    }

    [Fact]
    public void Synchronous_enumeration_is_refused()
        => Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputMap<int>()).GetEnumerator());

    [Fact]
    public async Task A_map_of_unions_takes_either_case()
    {
        var map = new InputMap<Union<string, int>>
        {
            { "a", "x" },
            { "b", 1 },
            { "c", (Input<string>)Output.Create("y") },
            { "d", Union<string, int>.FromT1(2) },
        };

        var value = await Facts.ValueOf(map);
        Assert.Equal([(object)"x", 1, "y", 2], value.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.Value));
    }
}
