using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Tests.Rendering;

public sealed class ManifestReaderTests
{
    private const string Again = " Write the folder again with `clawdbot render STACK --out DIR`.";

    [Fact]
    public void A_rendered_object_is_read_back_as_it_was()
    {
        using var temporary = new TemporaryFolder();
        var inputs = TestPlans.Object("apps/v1", "Deployment", "x", "ns", ("spec", TestPlans.Map(
            ("number", new PlanValue.Number(0.5)), ("text", new PlanValue.Text("0755")), ("word", new PlanValue.Text("on")), ("none", PlanValue.Nothing), ("flag", new PlanValue.Flag(false)),
            ("lines", new PlanValue.Text("a\nb\n")), ("empty", PlanValue.Map.Empty), ("list", new PlanValue.List([new PlanValue.Text("")]))))).Inputs;
        var read = Assert.Single(ManifestReader.Read([temporary.Write("a.yaml", YamlWriter.Write(inputs))]));
        Assert.Equal(("apps/Deployment ns/x", inputs), (read.Identity, read.Body));
    }

    [Fact]
    public void What_the_renderer_added_is_taken_away()
    {
        using var temporary = new TemporaryFolder();
        var secret = TestPlans.Object("v1", "Secret", null, "ns", ("stringData", new PlanValue.Secret(["a", "b.c"])), ("data", PlanValue.NotYetKnown)) with { Name = "keys" };
        var read = Assert.Single(ManifestReader.Read([temporary.Write("a.yaml", Assert.Single(ManifestRenderer.Render(TestPlans.Of(secret)).Manifests).Yaml)]));
        Assert.Equal("core/Secret ns/keys", read.Identity);
        Assert.Equal(PlanValue.Map.Of(secret.Inputs.Entries.Where(entry => entry.Key != "data")), read.Body);
    }

    [Theory]
    [InlineData("a: [", "CB0024: FILE:2:1 is not valid YAML (While parsing a node, did not find expected node content.); allowed: YAML with unique keys." + Again)]
    [InlineData("", "CB0025: FILE is empty; allowed: one Kubernetes object." + Again)]
    [InlineData("- a\n", "CB0025: FILE is not a mapping; allowed: one Kubernetes object." + Again)]
    [InlineData("a: 1\n---\nb: 2\n", "CB0025: FILE is several documents; allowed: one Kubernetes object." + Again)]
    [InlineData("kind: X\n", "CB0025: FILE:1:1: apiVersion is missing; allowed: a text." + Again)]
    [InlineData("apiVersion: v1\nkind: X\n", "CB0025: FILE:1:1: metadata is missing; allowed: a text." + Again)]
    [InlineData("apiVersion: v1\nkind: X\nmetadata: {}\n", "CB0025: FILE:1:1: metadata.name is missing; allowed: a text." + Again)]
    [InlineData("apiVersion: v1\nkind: X\nmetadata: {[a]: b}\n", "CB0025: FILE:3:12: a key is not a text; allowed: a text." + Again)]
    [InlineData("apiVersion: v1\nx: &a {b: *a}\n", "CB0025: FILE:2:4 is an object without an end or of absurd size; allowed: one Kubernetes object." + Again)]
    public void Rejects_what_is_not_one_object(string text, string expected)
    {
        using var temporary = new TemporaryFolder();
        var file = temporary.Write("a.yaml", text);
        Assert.Equal(expected.Replace("FILE", file, StringComparison.Ordinal), Assert.Throws<DiagnosticException>(() => ManifestReader.Read([file])).Message);
    }

    [Fact]
    public void Rejects_an_object_that_stands_in_two_files()
    {
        using var temporary = new TemporaryFolder();
        const string Text = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: x\n";
        var (one, two) = (temporary.Write("1.yaml", Text), temporary.Write("2.yaml", Text));
        Assert.Equal(
            $"CB0025: {two} is core/Namespace x, which {one} holds too; allowed: each object in one file." + Again,
            Assert.Throws<DiagnosticException>(() => ManifestReader.Read([one, two])).Message);
    }
}
