using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;
using FsCheck;
using FsCheck.Fluent;

namespace Clawdbot.Cli.Tests.Rendering;

public sealed class YamlWriterTests
{
    [Fact]
    public void Object_IsWrittenInBlockStyle()
    {
        var value = Map(
            ("spec", Map(
                ("replicas", new PlanValue.Number(2)),
                ("template", Map(("containers", List(
                    Map(("image", Text("vllm/vllm-openai:v0.11.0")), ("name", Text("server")), ("args", List(Text("--port"), Text("8000")))),
                    Map(("name", Text("sidecar")), ("ready", new PlanValue.Flag(true))))))),
                ("nested", List(List(Text("a"), Text("b")), List(), Map())),
                ("empty", Map()),
                ("nothing", PlanValue.Nothing))),
            ("metadata", Map(("name", Text("qwen")), ("annotations", Map(("a", Text("one\ntwo\n")))))),
            ("kind", Text("Deployment")),
            ("apiVersion", Text("apps/v1")));
        Assert.Equal(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: qwen
              annotations:
                a: |
                  one
                  two
            spec:
              empty: {}
              nested:
              -
                - a
                - b
              - []
              - {}
              nothing: null
              replicas: 2
              template:
                containers:
                - name: server
                  args:
                  - "--port"
                  - "8000"
                  image: vllm/vllm-openai:v0.11.0
                - name: sidecar
                  ready: true

            """,
            YamlWriter.Write(value));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\nb\n")]
    [InlineData("a\nb\n\n\n")]
    [InlineData("\nleading")]
    [InlineData(" indented\nfirst line")]
    [InlineData("blank lines\n\n\nwithin\n")]
    [InlineData("line of blanks\n   \nend")]
    [InlineData("trailing blank \nend")]
    [InlineData("#!/bin/sh\nset -eu\nif true; then\n\techo \"$1: x\" # y\nfi\n")]
    [InlineData("carriage\r\nreturn\r\n")]
    [InlineData("nel\u0085in\nlines")]
    [InlineData("---\n...\n")]
    [InlineData("😀\nü\n")]
    [InlineData("\n")]
    public void Lines_ReadBackUnchanged(string text) => AssertRoundTrip(Map(("a", Text(text)), ("b", List(Text(text), Map(("c", Text(text)))))));

    [Fact]
    public void Long_key_takes_the_explicit_form()
    {
        var value = Map((new string('k', 1500), Map(("a", Text("b")))), ("z", Text("1")));
        Assert.StartsWith("? kkk", YamlWriter.Write(value), StringComparison.Ordinal);
        AssertRoundTrip(value);
    }

    [Fact]
    public void Any_value_reads_back_unchanged() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Values().ToArbitrary(), AssertRoundTrip));

    private static void AssertRoundTrip(PlanValue.Map value) => Assert.Equal(value, YamlReading.Value(YamlReading.Root(YamlWriter.Write(value))));

    private static Gen<PlanValue.Map> Values() => Gen.Sized(size => Maps(Math.Min(size / 20, 3)));

    private static Gen<PlanValue.Map> Maps(int depth) =>
        from keys in Gen.ListOf(Strings()).Select(k => k.Distinct().ToList())
        from values in Gen.ArrayOf(Value(depth), keys.Count)
        select PlanValue.Map.Of(keys.Zip(values, KeyValuePair.Create));

    private static Gen<PlanValue> Value(int depth)
    {
        var leaves = Gen.OneOf(
            Strings().Select(PlanValue (s) => new PlanValue.Text(s)),
            Gen.Choose(-100000, 100000).Select(PlanValue (n) => new PlanValue.Number(n / 8.0)),
            Gen.Elements(true, false).Select(PlanValue (f) => new PlanValue.Flag(f)),
            Gen.Constant(PlanValue.Nothing));
        return depth == 0
            ? leaves
            : Gen.OneOf(
                leaves,
                Maps(depth - 1).Select(PlanValue (m) => m),
                Gen.ArrayOf(Value(depth - 1)).Select(PlanValue (l) => new PlanValue.List([.. l])));
    }

    // Mostly the characters that mean something to YAML; never half a surrogate pair, which no encoding can carry.
    private static Gen<string> Strings() => Gen.ArrayOf(Gen.Frequency(
        (6, Gen.Elements("\n", " ", "\t", ":", "-", "#", "'", "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "?", "=", "~", ".", "+", "_")),
        (4, Gen.Elements("a", "e", "y", "n", "o", "0", "1", "8", "x", "true", "null", "ü", "😀", "\r", "\u0085", "\u2028", "\ufeff", "\u007f", "\u001b", "\0")))).Select(string.Concat);

    private static PlanValue.Map Map(params (string Key, PlanValue Value)[] entries) => PlanValue.Map.Of(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));

    private static PlanValue.List List(params PlanValue[] items) => new([.. items]);

    private static PlanValue.Text Text(string text) => new(text);
}
