using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Documents;

public sealed class RelaxedJsonTests
{
    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("{ // comment\n a: 1 }")]
    [InlineData("/* x */ { 'a': 1, } // end")]
    [InlineData("{a:0x1}")]
    [InlineData("{a:+1}")]
    public void Reads_an_object_as_people_write_it(string text)
    {
        var map = Assert.IsType<PropertyValue.Map>(RelaxedJson.TryParse(text));
        Assert.Equal(1, Assert.IsType<PropertyValue.Number>(map.Find("a")).Value);
    }

    [Fact]
    public void Reads_lists_strings_and_words()
    {
        var list = Assert.IsType<PropertyValue.List>(RelaxedJson.TryParse("[ 'it\\'s', \"a\\u0041\\x42\\n\", true, null, [], {}, ]"));
        Assert.Equal("it's", Assert.IsType<PropertyValue.Text>(list.Items[0]).Value);
        Assert.Equal("aAB\n", Assert.IsType<PropertyValue.Text>(list.Items[1]).Value);
        Assert.True(Assert.IsType<PropertyValue.Flag>(list.Items[2]).Value);
        Assert.IsType<PropertyValue.Null>(list.Items[3]);
        Assert.Equal(6, list.Items.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{a}")]
    [InlineData("{a:}")]
    [InlineData("{a:1 b:2}")]
    [InlineData("[1}")]
    [InlineData("{a:'x}")]
    [InlineData("{a:'\\u12'}")]
    [InlineData("{a:'\\")]
    [InlineData("{a:1,a:2}")]
    [InlineData("{} {}")]
    [InlineData("/* never ends")]
    [InlineData("{{ .Values.x }}")]
    [InlineData("{a: ${PORT}}")]
    public void Reads_nothing_else(string text) => Assert.Null(RelaxedJson.TryParse(text));

    [Fact]
    public void Does_not_go_deeper_than_the_limit() => Assert.Null(RelaxedJson.TryParse(new string('[', 1_000_000)));
}
