using System.Collections;
using System.Collections.Immutable;
using Pulumi.Tests.Harness;
using Pulumi.Utilities;

namespace Pulumi.Tests.Core;

public class InputListTests
{
    public static TheoryData<string, InputList<int>> Conversions()
    {
        var output = Output.Create(1);
        Input<int> input = 1;
        return new TheoryData<string, InputList<int>>
        {
            { "T", 1 },
            { "Output<T>", output },
            { "Input<T>", input },
            { "T[]", new[] { 1 } },
            { "Output<T>[]", new[] { output } },
            { "Input<T>[]", new[] { input } },
            { "List<T>", new List<int> { 1 } },
            { "List<Output<T>>", new List<Output<int>> { output } },
            { "List<Input<T>>", new List<Input<int>> { input } },
            { "ImmutableArray<T>", ImmutableArray.Create(1) },
            { "ImmutableArray<Output<T>>", ImmutableArray.Create(output) },
            { "ImmutableArray<Input<T>>", ImmutableArray.Create(input) },
            { "Output<T[]>", Output.Create(new[] { 1 }) },
            { "Output<List<T>>", Output.Create(new List<int> { 1 }) },
            { "Output<IEnumerable<T>>", Output.Create<IEnumerable<int>>([1]) },
            { "Output<ImmutableArray<T>>", Output.Create(ImmutableArray.Create(1)) },
        };
    }

    [Theory]
    [MemberData(nameof(Conversions), DisableDiscoveryEnumeration = true)]
    public async Task Converts_from(string source, InputList<int> list)
    {
        Assert.NotEmpty(source);
        Assert.Equal([1], await Facts.ItemsOf(list));
    }

    [Fact]
    public async Task A_new_list_is_empty()
        => Assert.Empty(await Facts.ItemsOf(new InputList<int>()));

    [Fact]
    public async Task A_collection_initializer_takes_every_form_and_keeps_the_order()
    {
        var list = new InputList<string>
        {
            "a",
            Output.Create("b"),
            new[] { "c", "d" },
            new List<string> { "e" },
            Output.Create(ImmutableArray.Create("f")),
            { "g", "h" },
        };

        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "h"], await Facts.ItemsOf(list));
    }

    [Fact]
    public async Task Add_and_AddRange_append_to_the_list_itself()
    {
        InputList<int> list = new[] { 1 };
        list.Add(2, 3);
        list.Add(new InputList<int> { 4 });
        list.AddRange(new[] { 5, 6 });

        Assert.Equal([1, 2, 3, 4, 5, 6], await Facts.ItemsOf(list));
    }

    [Fact]
    public async Task Concat_makes_a_new_list_and_leaves_both_alone()
    {
        var (first, second) = (new InputList<int> { 1 }, new InputList<int> { 2 });
        var both = first.Concat(second);
        both.Add(3);

        Assert.Equal([1, 2, 3], await Facts.ItemsOf(both));
        Assert.Equal([1], await Facts.ItemsOf(first));
        Assert.Equal([2], await Facts.ItemsOf(second));
    }

    [Fact]
    public async Task A_list_is_unknown_when_one_item_is_and_secret_when_another_is()
    {
        var facts = await Run.Preview(() => Facts.Of(new InputList<int> { 1, Facts.Make(2, known: false), Output.CreateSecret(3) }));

        Assert.Equal((false, true), (facts.IsKnown, facts.IsSecret));
    }

    [Fact]
    public async Task Asynchronous_enumeration_gives_the_items()
    {
        var items = new List<int>();
        await foreach (var item in new InputList<int> { 1, Output.Create(2) })
            items.Add(await Facts.ValueOf(item));

        Assert.Equal([1, 2], items);
    }

    [Fact]
    public async Task Asynchronous_enumeration_of_an_unknown_list_gives_nothing()
    {
        var items = await Run.Preview(async () =>
        {
            var items = new List<Input<int>>();
            InputList<int> whole = OutputUtilities.CreateUnknown(ImmutableArray.Create(1));
            await foreach (var item in whole)
                items.Add(item);
            await foreach (var item in new InputList<int> { 1, Facts.Make(2, known: false) })
                items.Add(item);
            return items;
        });

        Assert.Empty(items);
    }

    [Fact]
    public async Task A_missing_item_is_refused()
    {
        Input<int>? missing = null;

        Assert.NotNull(await Record.ExceptionAsync(() => Facts.Of(new InputList<int> { 1, missing! })));
    }

    [Fact]
    public void Synchronous_enumeration_is_refused()
        => Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputList<int> { 1 }).GetEnumerator());

    [Fact]
    public async Task A_list_of_unions_takes_either_case()
    {
        var list = new InputList<Union<string, int>>
        {
            "a",
            1,
            (Input<string>)Output.Create("b"),
            (Input<int>)Output.Create(2),
            Union<string, int>.FromT0("c"),
        };

        Assert.Equal([(object)"a", 1, "b", 2, "c"], (await Facts.ItemsOf(list)).Select(item => item.Value));
    }
}
