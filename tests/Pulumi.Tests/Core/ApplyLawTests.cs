using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

/// <summary>
/// The laws of Apply. An output has a value, a known bit and a secret bit. In a preview a callback runs only on a known value; in an update
/// it always runs. Known bits combine by AND, secret bits by OR.
/// </summary>
public class ApplyLawTests
{
    public static TheoryData<bool, bool, bool> Sources()
    {
        var data = new TheoryData<bool, bool, bool>();
        foreach (var preview in new[] { true, false })
        {
            foreach (var known in new[] { true, false })
            {
                foreach (var secret in new[] { true, false })
                    data.Add(preview, known, secret);
            }
        }
        return data;
    }

    public static TheoryData<bool, bool, bool, bool, bool> SourcesAndResults()
    {
        var data = new TheoryData<bool, bool, bool, bool, bool>();
        foreach (var source in Sources())
        {
            foreach (var known in new[] { true, false })
            {
                foreach (var secret in new[] { true, false })
                    data.Add((bool)source[0], (bool)source[1], (bool)source[2], known, secret);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public Task Apply_with_a_plain_result_keeps_the_facts_of_its_source(bool preview, bool known, bool secret)
        => AssertKeepsFacts(preview, known, secret, (source, ran) => source.Apply(value =>
        {
            ran();
            return value + 1;
        }));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task Apply_with_a_task_keeps_the_facts_of_its_source(bool preview, bool known, bool secret)
        => AssertKeepsFacts(preview, known, secret, (source, ran) => source.Apply(async value =>
        {
            await Task.Yield();
            ran();
            return value + 1;
        }));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task Apply_with_a_plain_input_keeps_the_facts_of_its_source(bool preview, bool known, bool secret)
        => AssertKeepsFacts(preview, known, secret, (source, ran) => source.Apply(value =>
        {
            ran();
            return (Input<int>)(value + 1);
        }));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task Apply_with_an_action_task_keeps_the_facts_of_its_source(bool preview, bool known, bool secret)
        => AssertKeepsFacts(preview, known, secret, (source, ran) => source
            .Apply(async value =>
            {
                await Task.Yield();
                Assert.Equal(41, value);
                ran();
            })
            .Apply(_ => 42));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task UntypedApply_keeps_the_facts_of_its_source(bool preview, bool known, bool secret)
        => AssertKeepsFacts(preview, known, secret, (source, ran) => source.UntypedApply(value =>
        {
            ran();
            return Output.Create((int)value! + 1);
        }));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task Apply_without_an_output_result_gives_the_default(bool preview, bool known, bool secret)
        => AssertGivesDefault(preview, known, secret, source => source.Apply(_ => (Output<string>?)null));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task Apply_without_an_input_result_gives_the_default(bool preview, bool known, bool secret)
        => AssertGivesDefault(preview, known, secret, source => source.Apply(_ => (Input<string>?)null));

    [Theory]
    [MemberData(nameof(Sources))]
    public Task Apply_with_a_null_value_gives_the_default(bool preview, bool known, bool secret)
        => AssertGivesDefault(preview, known, secret, source => source.Apply(_ => (string)null!));

    [Theory]
    [MemberData(nameof(SourcesAndResults))]
    public async Task Apply_with_an_output_result_combines_known_by_and_and_secret_by_or(
        bool preview, bool known, bool secret, bool resultKnown, bool resultSecret)
    {
        var ran = false;
        var facts = await Run.Async(preview, () => Facts.Of(Facts.Make(0, known, secret).Apply(_ =>
        {
            ran = true;
            return Facts.Make("inner", resultKnown, resultSecret);
        })));

        Assert.Equal(known || !preview, ran);
        Assert.Equal(known && resultKnown, facts.IsKnown);
        Assert.Equal(secret || (ran && resultSecret), facts.IsSecret);
        Assert.Equal(facts.IsKnown ? "inner" : null, facts.Value);
    }

    [Theory]
    [MemberData(nameof(SourcesAndResults))]
    public async Task Apply_with_an_input_of_an_output_combines_like_an_output(
        bool preview, bool known, bool secret, bool resultKnown, bool resultSecret)
    {
        var (viaInput, viaOutput) = await Run.Async(preview, async () => (
            await Facts.Of(Facts.Make(0, known, secret).Apply(_ => (Input<string>)Facts.Make("inner", resultKnown, resultSecret))),
            await Facts.Of(Facts.Make(0, known, secret).Apply(_ => Facts.Make("inner", resultKnown, resultSecret)))));

        Assert.Equal((viaOutput.IsKnown, viaOutput.IsSecret, viaOutput.Value), (viaInput.IsKnown, viaInput.IsSecret, viaInput.Value));
    }

    [Fact]
    public async Task Apply_in_an_update_runs_on_an_unknown_with_the_value_that_it_holds()
    {
        var seen = 0;
        var facts = await Run.Update(() => Facts.Of(Facts.Make(7, known: false).Apply(value => seen = value)));

        Assert.Equal(7, seen);
        Assert.False(facts.IsKnown);
    }

    [Fact]
    public async Task Apply_outside_a_run_works_on_known_values()
        => Assert.Equal(3, await Facts.ValueOf(Output.Create(1).Apply(one => Output.Create(2).Apply(two => one + two))));

    [Fact]
    public async Task Apply_passes_on_what_its_callback_throws()
    {
        var output = Facts.Failing<int>("no such format");

        var exception = await Assert.ThrowsAsync<FormatException>(() => Facts.Of(output));
        Assert.Equal("no such format", exception.Message);
    }

    [Fact]
    public async Task Apply_on_a_failed_output_does_not_run()
    {
        var ran = false;
        var output = Output.Create(Task.FromException<int>(new FormatException("no such format"))).Apply(_ => ran = true);

        await Assert.ThrowsAsync<FormatException>(() => Facts.Of(output));
        Assert.False(ran);
    }

    private static async Task AssertKeepsFacts(bool preview, bool known, bool secret, Func<Output<int>, Action, Output<int>> apply)
    {
        var ran = 0;
        var facts = await Run.Async(preview, () => Facts.Of(apply(Facts.Make(41, known, secret), () => ran++)));

        Assert.Equal(known || !preview ? 1 : 0, ran);
        Assert.Equal(known, facts.IsKnown);
        Assert.Equal(secret, facts.IsSecret);
        Assert.Equal(known ? 42 : 0, facts.Value);
    }

    private static async Task AssertGivesDefault(bool preview, bool known, bool secret, Func<Output<int>, Output<string>> apply)
    {
        var facts = await Run.Async(preview, () => Facts.Of(apply(Facts.Make(41, known, secret))));

        Assert.Equal((known, secret, null), (facts.IsKnown, facts.IsSecret, facts.Value));
    }
}
