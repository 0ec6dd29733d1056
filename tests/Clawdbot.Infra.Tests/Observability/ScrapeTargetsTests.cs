using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>What the operator of Prometheus is told.</summary>
public sealed class ScrapeTargetsTests
{
    internal static readonly ScrapeTargetsSpec Everything = new() { Assistant = true, GpuExporterNamespace = "node-agents", Ceph = true, Keda = true };

    [Fact]
    public async Task Everything_has_a_target_with_the_job_that_rules_select_by()
    {
        ScrapeTargets? targets = null;
        var mocks = await Run.Program(() => targets = Create(Everything));
        Assert.Equal(
            ["access-tier PodMonitor", "assistant ServiceMonitor", "cert-manager PodMonitor", "clawdbot ServiceMonitor", "dcgm-exporter PodMonitor", "etcd PodMonitor",
                "keda-operator PodMonitor", "rook-ceph-exporter ServiceMonitor", "rook-ceph-mgr ServiceMonitor", "vllm PodMonitor"],
            Monitors(mocks).Select(monitor => $"{monitor["metadata"]!["name"]} {monitor["kind"]}").Order(StringComparer.Ordinal));
        Assert.All(Monitors(mocks), monitor =>
        {
            Assert.Equal("monitoring.coreos.com/v1", (string?)monitor["apiVersion"]);
            var relabeling = Endpoint(monitor)["relabelings"]![0]!;
            Assert.Equal($$"""{"action":"replace","replacement":"{{monitor["metadata"]!["name"]}}","targetLabel":"job"}""", relabeling.ToJsonString());
        });
        Assert.Equal(ScrapeCatalog.For(Everything).Select(target => target.Job), await OutputUtilities.GetValueAsync(targets!.Jobs));
    }

    [Theory]
    [InlineData(true, true, "vllm clawdbot access-tier etcd cert-manager")]
    [InlineData(false, true, "vllm etcd cert-manager")]
    [InlineData(true, false, "vllm clawdbot access-tier cert-manager")]
    public void Only_parts_of_the_system_are_asked(bool gateway, bool etcd, string jobs) =>
        Assert.Equal(jobs.Split(' '), ScrapeCatalog.For(new ScrapeTargetsSpec { Gateway = gateway, Etcd = etcd }).Select(target => target.Job));

    [Fact]
    public void Without_the_others_the_pools_are_left() =>
        Assert.Equal(["vllm"], ScrapeCatalog.For(new ScrapeTargetsSpec { Gateway = false, Etcd = false, CertManager = false }).Select(target => target.Job));

    [Fact]
    public async Task Figures_of_a_pool_carry_what_its_pods_are_labelled_with()
    {
        var mocks = await Run.Program(() => Create(Everything));
        Assert.Equal(
            ["gpu_sku __meta_kubernetes_pod_label_clawdbot_dev_gpu_sku", "model __meta_kubernetes_pod_label_clawdbot_dev_model", "pool __meta_kubernetes_pod_label_clawdbot_dev_pool"],
            Copied(Monitor(mocks, "vllm")));
    }

    /// <summary>The exporter does not know the SKU; the label of its node does, which the operator attaches only on request.</summary>
    [Fact]
    public async Task Figures_of_a_card_carry_the_sku_of_its_node()
    {
        var mocks = await Run.Program(() => Create(Everything));
        var monitor = Monitor(mocks, "dcgm-exporter");
        Assert.Equal(["gpu_sku __meta_kubernetes_node_label_clawdbot_dev_gpu_sku", "node __meta_kubernetes_pod_node_name"], Copied(monitor));
        Assert.Equal("""{"node":true}""", monitor["spec"]!["attachMetadata"]!.ToJsonString());
        Assert.True((bool)Endpoint(monitor)["honorLabels"]!);
        Assert.Equal(["dcgm-exporter"], Monitors(mocks).Where(other => other["spec"]!["attachMetadata"] is not null).Select(other => (string?)other["metadata"]!["name"]));
    }

    [Fact]
    public async Task The_token_of_the_assistant_is_read_beside_the_object_and_never_written()
    {
        var mocks = await Run.Program(() => Create(Everything));
        var monitor = Monitor(mocks, "assistant");
        Assert.Equal("clawdbot", (string?)monitor["metadata"]!["namespace"]);
        Assert.Equal("""{"credentials":{"key":"gatewayToken","name":"assistant-credentials"},"type":"Bearer"}""", Endpoint(monitor)["authorization"]!.ToJsonString());
        Assert.Equal("/api/diagnostics/prometheus", (string?)Endpoint(monitor)["path"]);
        Assert.All(Monitors(mocks).Where(other => (string?)other["metadata"]!["name"] != "assistant"), other =>
        {
            Assert.Equal("monitoring", (string?)other["metadata"]!["namespace"]);
            Assert.Null(Endpoint(other)["authorization"]);
        });
    }

    /// <summary>Strict validation refuses members that the definitions of prometheus-operator 0.93 lack.</summary>
    [Fact]
    public async Task Only_members_of_the_definitions_are_written()
    {
        var mocks = await Run.Program(() => Create(Everything));
        Assert.All(Monitors(mocks), monitor =>
        {
            var throughService = (string?)monitor["kind"] == "ServiceMonitor";
            Assert.Subset(new HashSet<string> { "attachMetadata", "namespaceSelector", "selector", throughService ? "endpoints" : "podMetricsEndpoints" }, Keys(monitor["spec"]!));
            Assert.Subset(new HashSet<string> { "port", throughService ? "port" : "portNumber", "authorization", "honorLabels", "interval", "path", "relabelings", "scrapeTimeout" }, Keys(Endpoint(monitor)));
            Assert.All(Endpoint(monitor)["relabelings"]!.AsArray(), relabeling => Assert.Subset(new HashSet<string> { "action", "replacement", "sourceLabels", "targetLabel" }, Keys(relabeling!)));
            // One of the two, not both and not none.
            Assert.True(Endpoint(monitor)["port"] is null != (Endpoint(monitor)["portNumber"] is null));
        });
    }

    [Theory]
    [InlineData(5, "5s", "5s")]
    [InlineData(30, "30s", "10s")]
    public async Task A_scrape_ends_before_the_next_begins(int seconds, string interval, string timeout)
    {
        var mocks = await Run.Program(() => Create(Everything with { ScrapeSeconds = seconds }));
        Assert.All(Monitors(mocks), monitor => Assert.Equal((interval, timeout), ((string?)Endpoint(monitor)["interval"], (string?)Endpoint(monitor)["scrapeTimeout"])));
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => Create(Everything with { ScrapeSeconds = 1 })));
        Assert.Empty(Monitors(mocks));
    }

    internal static ScrapeTargets Create(ScrapeTargetsSpec spec) => new("targets", new ScrapeTargetsArgs { Spec = spec, AssistantTokenSecretName = "assistant-credentials" });

    internal static JsonObject[] Monitors(RecordingMocks mocks) =>
        [.. mocks.Resources.Where(resource => resource.Type.StartsWith("kubernetes:monitoring.coreos.com/v1:", StringComparison.Ordinal)).Select(resource => resource.Inputs)];

    private static JsonObject Monitor(RecordingMocks mocks, string job) => Monitors(mocks).Single(monitor => (string?)monitor["metadata"]!["name"] == job);

    private static JsonNode Endpoint(JsonNode monitor) => Assert.Single((monitor["spec"]!["endpoints"] ?? monitor["spec"]!["podMetricsEndpoints"])!.AsArray())!;

    private static IEnumerable<string> Copied(JsonNode monitor) =>
        Endpoint(monitor)["relabelings"]!.AsArray().Skip(1).Select(relabeling => $"{relabeling!["targetLabel"]} {Assert.Single(relabeling["sourceLabels"]!.AsArray())}");

    private static HashSet<string> Keys(JsonNode node) => [.. node.AsObject().Select(member => member.Key)];
}
