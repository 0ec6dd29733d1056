using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Documents;

public sealed class YamlValuesTests
{
    [Theory]
    [InlineData("yes", "true")]
    [InlineData("On", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("no", "false")]
    [InlineData("yEs", "'yEs'")]
    [InlineData("'yes'", "'yes'")]
    [InlineData("!!str true", "'true'")]
    [InlineData("0644", "420")]
    [InlineData("0o17", "15")]
    [InlineData("0x1F", "31")]
    [InlineData("089", "89")]
    [InlineData("1e3", "1000")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("1.2.3", "'1.2.3'")]
    [InlineData("1_000", "'1_000'")]
    [InlineData("~", "not set")]
    [InlineData("8Gi", "'8Gi'")]
    [InlineData("-", "a list of 1")]
    public void Reads_scalars_as_kubernetes_does(string yaml, string shown) => Assert.Equal(shown, ShownValue.Of(((PropertyValue.Map)Read($"a: {(yaml == "-" ? "[{}]" : yaml)}")).Find("a")));

    [Fact]
    public void Reads_several_documents_and_skips_empty_ones() =>
        Assert.Equal(["f:2:1", "f:5:1"], YamlValues.Read("f", "---\na: 1\n---\n---\nb: 2\n---\n# nothing\n").Select(d => d.At));

    [Fact]
    public void Writes_aliases_and_merge_keys_out()
    {
        var map = (PropertyValue.Map)Read("base: &b { x: 1, y: 2 }\nmade: { <<: *b, y: 3 }\nlist: [*b]");
        var made = (PropertyValue.Map)map.Find("made")!;
        Assert.Equal(["y", "x"], made.Entries.Select(e => e.Key));
        Assert.Equal("3", ShownValue.Of(made.Find("y")));
    }

    [Theory]
    [InlineData("a: 1\na: 2", "CB5001: f:2:1 is a second key 'a' in one object; allowed: each key once. Remove one of the two.")]
    [InlineData("a: &x [*x]", "CB5001: f:1:8 is the alias *x; allowed: an anchor above it that it is no part of. Write the value out.")]
    [InlineData("? [a]\n: 1", "CB5001: f:1:3 is a key that is a list, an object or an alias; allowed: texts as keys. Write the key as a text.")]
    public void Rejects_what_the_api_server_would_not_take(string text, string error) =>
        Assert.Equal(error, Assert.Throws<InputException>(() => YamlValues.Read("f", text)).Message);

    [Theory]
    [InlineData("a: 1\nb: [1, 2\n", "CB5001: f:3:1 is no YAML (While parsing a flow sequence, did not find expected ',' or ']'); allowed: YAML or JSON. Correct it there.")]
    [InlineData("a: [1,\nb: }", "CB5001: f:1:6 is no YAML behind this place; allowed: YAML or JSON. Correct it there.")]
    public void Rejects_broken_yaml_with_its_place(string text, string error) =>
        Assert.Equal(error, Assert.Throws<InputException>(() => YamlValues.Read("f", text)).Message);

    [Fact]
    public void Rejects_documents_that_grow_without_end()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.Contains("is beyond the limit; allowed: 2000000 values in a file, aliases written out.", Assert.Throws<InputException>(() => YamlValues.Read("f", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_endless_nesting() => Assert.Equal(
        "CB5001: f:1:502 is nested deeper; allowed: 500 levels. Write the file flatter.",
        Assert.Throws<InputException>(() => YamlValues.Read("f", new string('[', 600) + new string(']', 600))).Message);

    // From a fixed seed: what random text does must not differ from run to run.
    [Fact]
    public void Any_text_is_read_or_refused()
    {
        var random = new Random(5);
        const string Alphabet = "a:-[]{}&*!|>'\"%@#,?\n \t0\u00e9\u0001";
        for (var run = 0; run < 20_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            try
            {
                YamlValues.Read("f", text);
            }
            catch (InputException e)
            {
                Assert.Matches(@"\ACB500[12]: f:", e.Message);
            }
        }
    }

    private static PropertyValue Read(string text) => Assert.Single(YamlValues.Read("f", text)).Value;
}
