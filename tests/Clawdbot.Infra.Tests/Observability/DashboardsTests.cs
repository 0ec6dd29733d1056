using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Observability;

public sealed class DashboardsTests
{
    private const string ConfigMap = "kubernetes:core/v1:ConfigMap";

    private static readonly DashboardsSpec Spec = new() { Plan = AlertPlans.Full };

    [Fact]
    public async Task Each_dashboard_becomes_a_map_that_the_sidecar_of_grafana_finds()
    {
        Dashboards? dashboards = null;
        var mocks = await Run.Program(() => dashboards = Create(Spec));
        var maps = mocks.Resources.Where(resource => resource.Type == ConfigMap).ToArray();
        Assert.Equal(DashboardCatalog.For(AlertPlans.Full).Select(board => $"dashboards-{board.Name}").Order(StringComparer.Ordinal), maps.Select(map => map.Name));
        Assert.All(maps, map =>
        {
            var metadata = map.Inputs["metadata"]!;
            Assert.Equal("monitoring", (string?)metadata["namespace"]);
            Assert.Equal("1", (string?)metadata["labels"]!["grafana_dashboard"]);
            Assert.Equal("clawdbot", (string?)metadata["labels"]!["app.kubernetes.io/part-of"]);
            var (file, text) = Assert.Single(map.Inputs["data"]!.AsObject());
            var json = JsonNode.Parse((string)text!)!;
            // Files of all maps lie in one folder.
            Assert.Equal($"{json["uid"]}.json", file);
            Assert.Equal($"{json["uid"]}-dashboard", (string?)metadata["name"]);
            Assert.InRange(((string)text!).Length, 1000, DashboardsDefaults.LargestBytes);
        });
        Assert.Equal(DashboardCatalog.For(AlertPlans.Full).Select(board => board.Uid), await OutputUtilities.GetValueAsync(dashboards!.Uids));
    }

    /// <summary>The sidecar looks for the label that the values of the chart name.</summary>
    [Fact]
    public void The_label_is_that_of_the_chart_values() =>
        Assert.Contains($"(\"label\", \"{DashboardsDefaults.SidecarLabel}\"), (\"labelValue\", \"{DashboardsDefaults.SidecarValue}\"), (\"searchNamespace\", \"ALL\")", Repository.Read("infra", "Platform", "MonitoringValues.cs"), StringComparison.Ordinal);

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => Create(Spec with { RangeHours = 0 })));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type == ConfigMap);
    }

    private static Dashboards Create(DashboardsSpec spec) => new("dashboards", new DashboardsArgs { Spec = spec, Namespace = "monitoring" });
}
