namespace Pulumi.Tests.Core;

public class UnionTests
{
    private static readonly Union<string, int> Left = "x";
    private static readonly Union<string, int> Right = 1;

    [Fact]
    public void Knows_its_case_and_value()
    {
        Assert.Equal((true, false, "x", "x"), (Left.IsT0, Left.IsT1, Left.AsT0, Left.Value));
        Assert.Equal((false, true, 1, 1), (Right.IsT0, Right.IsT1, Right.AsT1, Right.Value));
    }

    [Fact]
    public void Refuses_the_other_case()
    {
        Assert.Throws<InvalidOperationException>(() => Left.AsT1);
        Assert.Throws<InvalidOperationException>(() => Right.AsT0);
    }

    [Fact]
    public void Match_and_Switch_run_the_function_of_the_case()
    {
        var seen = new List<object>();
        Left.Switch(text => seen.Add(text), number => seen.Add(-number));
        Right.Switch(text => seen.Add(text + "!"), number => seen.Add(number));

        Assert.Equal(["x", 1], seen);
        Assert.Equal("x!", Left.Match(text => text + "!", number => $"{number}"));
        Assert.Equal("1", Right.Match(text => text + "!", number => $"{number}"));
    }

    [Fact]
    public void MapT0_MapT1_and_Bimap_change_the_value_of_the_case()
    {
        Assert.Equal(Union<int, int>.FromT0(1), Left.MapT0(text => text.Length));
        Assert.Equal(Union<int, int>.FromT1(1), Right.MapT0(text => text.Length));
        Assert.Equal(Union<string, string>.FromT0("x"), Left.MapT1(number => $"{number}"));
        Assert.Equal(Union<string, string>.FromT1("1"), Right.MapT1(number => $"{number}"));
        Assert.Equal(Union<int, string>.FromT0(1), Left.Bimap(text => text.Length, number => $"{number}"));
        Assert.Equal(Union<int, string>.FromT1("1"), Right.Bimap(text => text.Length, number => $"{number}"));
    }

    [Fact]
    public void TryPick_gives_the_value_or_the_remainder()
    {
        Assert.True(Left.TryPickT0(out var text, out _));
        Assert.Equal("x", text);
        Assert.False(Left.TryPickT1(out _, out var remainderText));
        Assert.Equal("x", remainderText);
        Assert.True(Right.TryPickT1(out var number, out _));
        Assert.Equal(1, number);
        Assert.False(Right.TryPickT0(out _, out var remainderNumber));
        Assert.Equal(1, remainderNumber);
    }

    [Fact]
    public void Equality_is_by_case_and_value()
    {
        Assert.True(Left == Union<string, int>.FromT0("x"));
        Assert.True(Left != Union<string, int>.FromT0("y"));
        Assert.True(Left != Right);
        Assert.True(Left.Equals((object)Union<string, int>.FromT0("x")));
        Assert.False(Left.Equals((object)"x"));
        Assert.NotEqual(Union<int, int>.FromT0(1), Union<int, int>.FromT1(1));
    }

    [Fact]
    public void ToString_shows_the_value()
    {
        Assert.Contains("x", Left.ToString(), StringComparison.Ordinal);
        Assert.Contains("1", Right.ToString(), StringComparison.Ordinal);
    }
}
