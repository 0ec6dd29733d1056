using Clawdbot.Infra.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Clawdbot.Infra.Tests.Diagnostics;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["replicas", "revision", "name", "model"];

    [Theory]
    [InlineData("replcas", "replicas")]
    [InlineData("REPLICAS", "replicas")]
    [InlineData("repilcas", "replicas")]
    [InlineData("modle", "model")]
    public void Finds_the_name_that_was_meant(string written, string meant) => Assert.Equal(meant, NearestName.Find(written, Names));

    [Fact]
    public void Suggests_nothing_when_nothing_is_close()
    {
        Assert.Null(NearestName.Find("temperature", Names));
        Assert.Equal("", NearestName.Suggestion("temperature", Names));
        Assert.Null(NearestName.Find("x", []));
    }

    [Fact]
    public void Of_two_equally_close_names_the_first_in_order_wins() => Assert.Equal("pool-a", NearestName.Find("pool-x", ["pool-b", "pool-a"]));

    [Fact]
    public void A_suggestion_is_a_sentence_to_put_before_the_remedy() => Assert.Equal("Did you mean 'model'? ", NearestName.Suggestion("modle", Names));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("Model", "mODEL", 0)]
    public void Counts_edits(string left, string right, int edits) => Assert.Equal(edits, NearestName.Distance(left, right));

    [Fact]
    public void Distance_is_symmetric_bounded_and_zero_only_for_equal_names() =>
        Prop.ForAll(Words(), Words(), (left, right) =>
        {
            var distance = NearestName.Distance(left, right);
            return distance == NearestName.Distance(right, left)
                && distance >= Math.Abs(left.Length - right.Length)
                && distance <= Math.Max(left.Length, right.Length)
                && (distance == 0) == (left == right);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_edit_is_always_found() =>
        Prop.ForAll(Words(), Gen.Choose(0, 1000).ToArbitrary(), (word, seed) =>
        {
            var name = $"abc{word}";
            var position = seed % name.Length;
            return NearestName.Find(name.Remove(position, 1), [name]) == name;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Words() =>
        Gen.Choose('a', 'e').Select(letter => (char)letter).ListOf().Select(letters => string.Concat(letters)).ToArbitrary();
}
