using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

/// <summary>All and Tuple: known when every part is, secret when one part is.</summary>
public class OutputCombinatorTests
{
    private static readonly Input<int> One = 1;
    private static readonly Input<string> Two = "two";
    private static readonly Input<bool> Three = true;
    private static readonly Input<double> Four = 4.5;

    [Fact]
    public async Task All_of_nothing_is_an_empty_known_array()
    {
        var facts = await Facts.Of(Output.All(Array.Empty<Input<int>>()));

        Assert.Equal((true, false), (facts.IsKnown, facts.IsSecret));
        Assert.False(facts.Value.IsDefault);
        Assert.Empty(facts.Value);
    }

    [Fact]
    public async Task All_takes_inputs_and_outputs_as_parameters_and_as_sequences()
    {
        int[] expected = [1, 2, 3];
        var inputs = new Input<int>[] { 1, Output.Create(2), 3 };
        var outputs = expected.Select(Output.Create).ToArray();

        Assert.Equal(expected, await Facts.ItemsOf(Output.All(inputs[0], inputs[1], inputs[2])));
        Assert.Equal(expected, await Facts.ItemsOf(Output.All(inputs.AsEnumerable())));
        Assert.Equal(expected, await Facts.ItemsOf(Output.All(outputs[0], outputs[1], outputs[2])));
        Assert.Equal(expected, await Facts.ItemsOf(Output.All(outputs.AsEnumerable())));
    }

    [Fact]
    public async Task All_waits_for_parts_that_come_later()
    {
        var later = new TaskCompletionSource<int>();
        var all = Output.All(Output.Create(later.Task), Output.Create(2));
        later.SetResult(1);

        Assert.Equal([1, 2], await Facts.ItemsOf(all));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_is_unknown_when_one_part_is_and_secret_when_another_is(bool preview)
    {
        var facts = await Run.Async(preview, () => Facts.Of(Output.All(
            Output.Create(1), Facts.Make(2, known: false), Facts.Make(3, known: true, secret: true))));

        Assert.Equal((false, true), (facts.IsKnown, facts.IsSecret));
    }

    [Fact]
    public async Task All_and_Tuple_refuse_a_missing_input()
    {
        Input<string>? missing = null;

        Assert.NotNull(await Record.ExceptionAsync(() => Facts.Of(Output.All<string>(missing!, "x"))));
        Assert.NotNull(await Record.ExceptionAsync(() => Facts.Of(Output.Tuple(missing!, (Input<string>)"x"))));
        Assert.Null((await Facts.ItemsOf(Output.All(missing.ToOutput(), Output.Create("x"))))[0]);
    }

    [Fact]
    public async Task All_fails_with_its_failing_part()
    {
        var failing = Output.Create(Task.FromException<int>(new FormatException("no such format")));

        await Assert.ThrowsAsync<FormatException>(() => Facts.Of(Output.All(Output.Create(1), failing)));
    }

    [Fact]
    public async Task Tuple_of_inputs_keeps_two_to_eight_values_in_order()
    {
        Assert.Equal((1, "two"), await Facts.ValueOf(Output.Tuple(One, Two)));
        Assert.Equal((1, "two", true), await Facts.ValueOf(Output.Tuple(One, Two, Three)));
        Assert.Equal((1, "two", true, 4.5), await Facts.ValueOf(Output.Tuple(One, Two, Three, Four)));
        Assert.Equal((1, "two", true, 4.5, 1), await Facts.ValueOf(Output.Tuple(One, Two, Three, Four, One)));
        Assert.Equal((1, "two", true, 4.5, 1, "two"), await Facts.ValueOf(Output.Tuple(One, Two, Three, Four, One, Two)));
        Assert.Equal((1, "two", true, 4.5, 1, "two", true), await Facts.ValueOf(Output.Tuple(One, Two, Three, Four, One, Two, Three)));
        Assert.Equal((1, "two", true, 4.5, 1, "two", true, 4.5), await Facts.ValueOf(Output.Tuple(One, Two, Three, Four, One, Two, Three, Four)));
    }

    [Fact]
    public async Task Tuple_of_outputs_keeps_two_to_eight_values_in_order()
    {
        Output<int> one = One;
        Output<string> two = Two;
        Output<bool> three = Three;
        Output<double> four = Four;

        Assert.Equal((1, "two"), await Facts.ValueOf(Output.Tuple(one, two)));
        Assert.Equal((1, "two", true), await Facts.ValueOf(Output.Tuple(one, two, three)));
        Assert.Equal((1, "two", true, 4.5), await Facts.ValueOf(Output.Tuple(one, two, three, four)));
        Assert.Equal((1, "two", true, 4.5, 1), await Facts.ValueOf(Output.Tuple(one, two, three, four, one)));
        Assert.Equal((1, "two", true, 4.5, 1, "two"), await Facts.ValueOf(Output.Tuple(one, two, three, four, one, two)));
        Assert.Equal((1, "two", true, 4.5, 1, "two", true), await Facts.ValueOf(Output.Tuple(one, two, three, four, one, two, three)));
        Assert.Equal((1, "two", true, 4.5, 1, "two", true, 4.5), await Facts.ValueOf(Output.Tuple(one, two, three, four, one, two, three, four)));
    }

    public static TheoryData<int> Positions() => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task Tuple_of_eight_is_unknown_or_secret_when_any_one_part_is(int position)
    {
        var (unknown, secret) = await Run.Preview(async () => (
            await Facts.Of(Eight(position, Facts.Make(0, known: false))),
            await Facts.Of(Eight(position, Output.CreateSecret(0)))));

        Assert.Equal((false, false), (unknown.IsKnown, unknown.IsSecret));
        Assert.Equal((true, true), (secret.IsKnown, secret.IsSecret));
    }

    private static Output<(int, int, int, int, int, int, int, int)> Eight(int position, Output<int> special)
    {
        var parts = Enumerable.Range(0, 8).Select(i => i == position ? special : Output.Create(i)).ToArray();
        return Output.Tuple(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
    }
}
