using FsCheck.Fluent;
using Pulumi.Tests.Harness;

namespace Pulumi.Tests.Core;

public class UnionProperties
{
    [Fact]
    public void Match_undoes_FromT0_and_FromT1() => Prop.ForAll((int left, string right) =>
        Union<int, string>.FromT0(left).Match<object>(value => value, _ => "wrong case").Equals(left)
        && Equals(Union<int, string>.FromT1(right).Match<object?>(_ => "wrong case", value => value), right)).AssertHolds();

    [Fact]
    public void Bimap_with_identities_changes_nothing() => Prop.ForAll((bool first, int left, long right) =>
    {
        var union = Make(first, left, right);
        return union.Bimap(value => value, value => value) == union;
    }).AssertHolds();

    [Fact]
    public void Bimap_composes() => Prop.ForAll((bool first, int left, long right) =>
    {
        var union = Make(first, left, right);
        return union.Bimap(value => unchecked(value + 1), value => unchecked(value + 2)).Bimap(value => $"{value}", value => value % 7)
            == union.Bimap(value => $"{unchecked(value + 1)}", value => unchecked(value + 2) % 7);
    }).AssertHolds();

    [Fact]
    public void MapT0_and_MapT1_together_are_Bimap() => Prop.ForAll((bool first, int left, long right) =>
    {
        var union = Make(first, left, right);
        return union.MapT0(value => $"{value}").MapT1(value => value % 7) == union.Bimap(value => $"{value}", value => value % 7);
    }).AssertHolds();

    [Fact]
    public void Equal_unions_have_equal_hash_codes() => Prop.ForAll((bool first, int left, long right) =>
        Make(first, left, right) == Make(first, left, right)
        && Make(first, left, right).GetHashCode() == Make(first, left, right).GetHashCode()).AssertHolds();

    private static Union<int, long> Make(bool first, int left, long right)
        => first ? Union<int, long>.FromT0(left) : Union<int, long>.FromT1(right);
}
