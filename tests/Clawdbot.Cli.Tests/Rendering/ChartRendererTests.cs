using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;

namespace Clawdbot.Cli.Tests.Rendering;

public sealed class ChartRendererTests
{
    [Fact]
    public void A_release_becomes_its_command_and_its_values()
    {
        var rendered = ManifestRenderer.Render(TestPlans.Of(Release("keda", ("values", TestPlans.Map(("replicas", new PlanValue.Number(2)), ("on", new PlanValue.Flag(true)))))));
        var chart = Assert.Single(rendered.Charts);
        Assert.Equal("010-tools.keda.yaml", chart.FileName);
        Assert.Equal(
            """
            # helm upgrade --install keda keda-chart --repo https://charts.example.org --version 1.2.3 --namespace tools --atomic --timeout 900s --values 010-tools.keda.yaml
            "on": true
            replicas: 2

            """,
            chart.Yaml);
        Assert.Empty(rendered.NotRendered);
        Assert.Empty(rendered.Warnings);
        Assert.Equal(["out/charts/010-tools.keda.yaml"], ManifestFiles.Under("out/", rendered).Keys);
    }

    [Fact]
    public void Releases_stand_after_those_that_they_need()
    {
        var operators = Release("rook");
        var drivers = Release("drivers") with { Dependencies = ["urn:pulumi:test::clawdbot::other", operators.Urn] };
        var cluster = Release("cluster") with { Dependencies = [drivers.Urn, operators.Urn] };
        Assert.Equal(
            ["010-tools.rook.yaml", "020-tools.drivers.yaml", "030-tools.cluster.yaml"],
            ManifestRenderer.Render(TestPlans.Of(cluster, drivers, operators)).Charts.Select(chart => chart.FileName));
    }

    [Fact]
    public void A_chart_of_a_registry_needs_no_repository() => Assert.StartsWith(
        "# helm upgrade --install karpenter oci://public.example.org/karpenter --version 1.2.3 --namespace tools --atomic",
        Assert.Single(ManifestRenderer.Render(TestPlans.Of(Release("karpenter", ("chart", new PlanValue.Text("oci://public.example.org/karpenter")), ("repositoryOpts", PlanValue.Nothing)))).Charts).Yaml,
        StringComparison.Ordinal);

    [Fact]
    public void Secret_and_unknown_values_are_left_out_named_and_warned_of()
    {
        var rendered = ManifestRenderer.Render(TestPlans.Of(Release("keda", ("values", TestPlans.Map(("password", PlanValue.Secret.Opaque), ("role", PlanValue.NotYetKnown), ("size", new PlanValue.Number(1)))))));
        Assert.EndsWith("# To supply: password (secret)\n# To supply: role (known after the deployment)\nsize: 1\n", Assert.Single(rendered.Charts).Yaml, StringComparison.Ordinal);
        Assert.Equal(
            ["CB0017: 010-tools.keda.yaml lacks password (secret), role (known after the deployment). Add the values before applying it, or deploy with `pulumi up`."],
            rendered.Warnings.AsEnumerable());
    }

    /// <summary>Whatever a setting holds, it stays inside the comment, and inside one word of the shell.</summary>
    [Fact]
    public void A_hostile_version_adds_neither_lines_nor_commands()
    {
        var yaml = Assert.Single(ManifestRenderer.Render(TestPlans.Of(Release("keda", ("version", new PlanValue.Text("1'; rm -rf /\nevil: true"))))).Charts).Yaml;
        Assert.Contains(@"--version '1'\''; rm -rf / evil: true' --namespace", yaml, StringComparison.Ordinal);
        Assert.Equal(2, yaml.TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("chart")]
    [InlineData("namespace")]
    public void A_release_that_cannot_be_named_before_the_deployment_is_listed_instead(string key) =>
        NotRendered(Release("keda", (key, PlanValue.NotYetKnown)));

    [Fact]
    public void A_release_with_files_of_values_is_listed_instead() =>
        NotRendered(Release("keda", ("valueYamlFiles", new PlanValue.List([new PlanValue.Asset("file")]))));

    [Fact]
    public void The_reader_is_told_what_comes_first()
    {
        Assert.Equal(
            ["1 chart in out/charts: apply the manifests that begin with 0, then run the command at the top of each chart file in name order, then apply the other manifests."],
            ManifestFiles.Charts("out", ManifestRenderer.Render(TestPlans.Of(Release("keda")))));
        Assert.Empty(ManifestFiles.Charts("out", ManifestRenderer.Render(TestPlans.Of())));
    }

    private static void NotRendered(PlanResource release)
    {
        var rendered = ManifestRenderer.Render(TestPlans.Of(release));
        Assert.Empty(rendered.Charts);
        Assert.Equal(["kubernetes:helm.sh/v3:Release keda"], rendered.NotRendered.AsEnumerable());
    }

    private static PlanResource Release(string name, params (string Key, PlanValue Value)[] more)
    {
        var inputs = new Dictionary<string, PlanValue>
        {
            ["name"] = new PlanValue.Text(name),
            ["chart"] = new PlanValue.Text($"{name}-chart"),
            ["version"] = new PlanValue.Text("1.2.3"),
            ["namespace"] = new PlanValue.Text("tools"),
            ["repositoryOpts"] = TestPlans.Map(("repo", new PlanValue.Text("https://charts.example.org"))),
            ["atomic"] = new PlanValue.Flag(true),
            ["createNamespace"] = new PlanValue.Flag(false),
            ["timeout"] = new PlanValue.Number(900),
        };
        foreach (var (key, value) in more)
            inputs[key] = value;
        return TestPlans.Object("v1", "x", "x") with
        {
            Type = "kubernetes:helm.sh/v3:Release",
            Name = name,
            Urn = $"urn:pulumi:test::clawdbot::kubernetes:helm.sh/v3:Release::{name}",
            Inputs = PlanValue.Map.Of(inputs),
        };
    }
}
