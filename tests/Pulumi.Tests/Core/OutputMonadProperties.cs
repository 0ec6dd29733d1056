using FsCheck.Fluent;
using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

/// <summary>Output with Apply is a monad: checked on generated outputs and functions, in previews and in updates.</summary>
public class OutputMonadProperties
{
    /// <summary>An output as data, so that FsCheck can make and shrink it.</summary>
    public sealed record Sample(int Value, bool Known, bool Secret)
    {
        public Output<int> ToOutput() => Facts.Make(Value, Known, Secret);
    }

    /// <summary>A function from a value to an output, as data.</summary>
    public sealed record Function(int Factor, int Term, bool Known, bool Secret)
    {
        public Output<int> Of(int value) => Facts.Make(unchecked(value * Factor + Term), Known, Secret);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Left_identity(bool preview) => Prop.ForAll((int value, Function f) => Holds(preview,
        () => Output.Create(value).Apply(f.Of),
        () => f.Of(value))).AssertHolds();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Right_identity(bool preview) => Prop.ForAll((Sample m) => Holds(preview,
        () => m.ToOutput().Apply(value => Output.Create(value)),
        m.ToOutput)).AssertHolds();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Associativity(bool preview) => Prop.ForAll((Sample m, Function f, Function g) => Holds(preview,
        () => m.ToOutput().Apply(f.Of).Apply(g.Of),
        () => m.ToOutput().Apply(value => f.Of(value).Apply(g.Of)))).AssertHolds();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_plain_result_is_the_output_of_that_result(bool preview) => Prop.ForAll((Sample m, int term) => Holds(preview,
        () => m.ToOutput().Apply(value => unchecked(value + term)),
        () => m.ToOutput().Apply(value => Output.Create(unchecked(value + term))))).AssertHolds();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tuple_is_known_when_both_are_and_secret_when_one_is(bool preview) => Prop.ForAll((Sample a, Sample b) => Sync.Run(async () =>
    {
        var facts = await Run.Async(preview, () => Facts.Of(Output.Tuple(a.ToOutput(), b.ToOutput())));
        return facts.IsKnown == (a.Known && b.Known)
            && facts.IsSecret == (a.Secret || b.Secret)
            && facts.Value == (facts.IsKnown ? (a.Value, b.Value) : default);
    })).AssertHolds();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_keeps_order_and_combines_like_Tuple(bool preview) => Prop.ForAll((Sample[] samples) => Sync.Run(async () =>
    {
        var facts = await Run.Async(preview, () => Facts.Of(Output.All(samples.Select(sample => sample.ToOutput()))));
        return facts.IsKnown == samples.All(sample => sample.Known)
            && facts.IsSecret == samples.Any(sample => sample.Secret)
            && (!facts.IsKnown || facts.Value.SequenceEqual(samples.Select(sample => sample.Value)));
    })).AssertHolds();

    private static bool Holds(bool preview, Func<Output<int>> left, Func<Output<int>> right) => Sync.Run(() => Run.Async(preview, async () =>
    {
        var (a, b) = (await Facts.Of(left()), await Facts.Of(right()));
        return (a.IsKnown, a.IsSecret, a.Value) == (b.IsKnown, b.IsSecret, b.Value);
    }));
}
