using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Observability;

public sealed class PrometheusAlertsTests
{
    private static readonly PrometheusAlertsSpec Spec = new() { Plan = AlertPlans.Full };

    [Fact]
    public async Task Each_group_becomes_an_object_that_the_operator_selects()
    {
        PrometheusAlerts? alerts = null;
        var mocks = await Run.Program(() => alerts = Create(Spec));
        var rules = mocks.Resources.Where(resource => resource.Type == "kubernetes:monitoring.coreos.com/v1:PrometheusRule").ToArray();
        Assert.Equal(AlertCatalog.For(AlertPlans.Full).Select(group => $"alerts-{group.Name}").Order(StringComparer.Ordinal), rules.Select(rule => rule.Name));
        Assert.All(rules, rule =>
        {
            Assert.Equal("monitoring.coreos.com/v1", (string?)rule.Inputs["apiVersion"]);
            Assert.Equal("PrometheusRule", (string?)rule.Inputs["kind"]);
            Assert.Equal("monitoring", (string?)rule.Inputs["metadata"]!["namespace"]);
            Assert.Equal("kube-prometheus-stack", (string?)rule.Inputs["metadata"]!["labels"]!["release"]);
            Assert.Equal("clawdbot", (string?)rule.Inputs["metadata"]!["labels"]!["app.kubernetes.io/part-of"]);
            var group = Assert.Single((JsonArray)rule.Inputs["spec"]!["groups"]!)!;
            Assert.Equal((string?)rule.Inputs["metadata"]!["name"], (string?)group["name"]);
        });
        Assert.Equal(AlertCatalog.For(AlertPlans.Full).SelectMany(group => group.Rules).Select(rule => rule.Name).Distinct().Order(StringComparer.Ordinal), await OutputUtilities.GetValueAsync(alerts!.Alerts));
    }

    [Fact]
    public async Task A_rule_has_all_that_a_person_needs_at_night()
    {
        var mocks = await Run.Program(() => Create(Spec with { RunbookBaseUrl = "https://git.example/runbooks" }));
        var group = mocks.Resources.Single(resource => resource.Name == "alerts-clawdbot-gateway").Inputs["spec"]!["groups"]![0]!;
        var rule = ((JsonArray)group["rules"]!).Single(rule => (string?)rule!["alert"] == "GatewayQueueLong")!;
        Assert.Equal("""sum by (instance) (clawdbot_queue_size{job="clawdbot"}) > 50""", (string?)rule["expr"]);
        Assert.Equal("1m", (string?)rule["for"]);
        Assert.Equal("""{"severity":"warning"}""", rule["labels"]!.ToJsonString());
        Assert.Equal("{{ $value | humanize }} requests wait in Router {{ $labels.instance }}", (string?)rule["annotations"]!["summary"]);
        Assert.Equal("https://git.example/runbooks/GatewayQueueLong.md", (string?)rule["annotations"]!["runbook_url"]);
    }

    [Fact]
    public async Task Alertmanager_gets_its_configuration_as_a_secret()
    {
        PrometheusAlerts? alerts = null;
        var mocks = await Run.Program(() => alerts = Create(Spec));
        var secret = mocks.Only("kubernetes:core/v1:Secret").Inputs;
        Assert.Equal("alertmanager-routing", (string?)secret["metadata"]!["name"]);
        Assert.Contains("receiver: \"critical\"", (string?)secret["stringData"]!["alertmanager.yaml"], StringComparison.Ordinal);
        Assert.Equal("alertmanager-routing", await OutputUtilities.GetValueAsync(alerts!.RoutingSecretName));
        Assert.Equal(["alerts-routing"], (await OutputUtilities.GetDependenciesAsync(alerts.RoutingSecretName)).Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Without_alertmanager_there_is_no_configuration()
    {
        var mocks = await Run.Program(() => Create(new PrometheusAlertsSpec { Plan = AlertPlans.Minimal }));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type == "kubernetes:core/v1:Secret");
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => Create(Spec with { RunbookBaseUrl = "" })));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static PrometheusAlerts Create(PrometheusAlertsSpec spec) => new("alerts", new PrometheusAlertsArgs { Spec = spec, Namespace = "monitoring" });
}
