using System.Text.Json.Nodes;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Autoscaling;

/// <summary>Requirement B4.</summary>
public sealed class QueueScalerTests
{
    private const string ScaledObject = "kubernetes:keda.sh/v1alpha1:ScaledObject";

    [Fact]
    public async Task A_scaler_is_one_object_named_after_its_pool()
    {
        QueueScaler? scaler = null;
        var mocks = await Run.Program(() => scaler = Create(Scalers.Spec));
        Assert.Equal(["clawdbot:autoscaling:QueueScaler scaler", $"{ScaledObject} scaler-scaled-object"], mocks.Resources.Select(resource => $"{resource.Type} {resource.Name}"));
        Assert.Equal("qwen3-32b", await OutputUtilities.GetValueAsync(scaler!.ScaledObject));
        Assert.Equal("clawdbot-models", (string?)mocks.Only(ScaledObject).Inputs["metadata"]!["namespace"]);
    }

    [Fact]
    public async Task The_whole_object_is_as_documented()
    {
        var spec = await Spec(Scalers.Spec with { WaitingPerReplica = 20, WaitingToShrink = 4 });
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "qwen3-32b"},
                  "pollingInterval": 15,
                  "cooldownPeriod": 300,
                  "minReplicaCount": 1,
                  "maxReplicaCount": 4,
                  "fallback": {"failureThreshold": 3, "replicas": 3, "behavior": "currentReplicasIfHigher"},
                  "advanced": {"horizontalPodAutoscalerConfig": {"behavior": {
                    "scaleUp": {"stabilizationWindowSeconds": 60, "selectPolicy": "Max", "policies": [{"type": "Pods", "value": 1, "periodSeconds": 60}]},
                    "scaleDown": {"stabilizationWindowSeconds": 300, "selectPolicy": "Max", "policies": [{"type": "Pods", "value": 1, "periodSeconds": 150}]}
                  }}},
                  "triggers": [
                    {"type": "prometheus", "name": "waiting", "metricType": "AverageValue", "metadata": {
                      "serverAddress": "http://kube-prometheus-stack-prometheus.monitoring.svc:9090",
                      "query": "sum(vllm:num_requests_waiting{job=\"vllm\",pool=\"qwen3-32b\"})",
                      "threshold": "20", "activationThreshold": "0", "ignoreNullValues": "false"}},
                    {"type": "prometheus", "name": "busy", "metricType": "AverageValue", "metadata": {
                      "serverAddress": "http://kube-prometheus-stack-prometheus.monitoring.svc:9090",
                      "query": "count(vllm:num_requests_waiting{job=\"vllm\",pool=\"qwen3-32b\"}) * (avg(vllm:num_requests_waiting{job=\"vllm\",pool=\"qwen3-32b\"}) >= bool 4)",
                      "threshold": "1", "activationThreshold": "0", "ignoreNullValues": "false"}}
                  ]
                }
                """),
            JsonNode.Parse(spec.ToJsonString())), spec.ToJsonString());
    }

    [Fact]
    public async Task Every_value_in_the_metadata_of_a_trigger_is_a_text()
    {
        var triggers = (await Spec(Scalers.Spec with { WakeOnGatewayQueue = true }))["triggers"]!.AsArray();
        Assert.All(triggers, trigger => Assert.All(trigger!["metadata"]!.AsObject(), member => Assert.Equal(System.Text.Json.JsonValueKind.String, member.Value!.GetValueKind())));
    }

    [Fact]
    public async Task A_sleeping_pool_is_woken_by_the_gateway_and_its_own_silence_is_no_failure()
    {
        var spec = await Spec(Scalers.Spec with { MinReplicas = 0, WakeOnGatewayQueue = true });
        Assert.Equal(0, (double)spec["minReplicaCount"]!);
        Assert.Equal(
            ["waiting true", "busy true", "gateway-queue false"],
            spec["triggers"]!.AsArray().Select(trigger => $"{trigger!["name"]} {trigger["metadata"]!["ignoreNullValues"]}"));
        Assert.Equal("sum(clawdbot_queue_size{job=\"clawdbot\"})", (string?)spec["triggers"]![2]!["metadata"]!["query"]);
    }

    [Fact]
    public async Task Shrinking_never_cuts_an_answer()
    {
        var pool = Scalers.Spec.Pool.With(plan => plan with { DrainSeconds = 600 });
        var down = (await Spec(Scalers.Spec with { Pool = pool }))["advanced"]!["horizontalPodAutoscalerConfig"]!["behavior"]!["scaleDown"]!;
        Assert.True((double)down["policies"]![0]!["periodSeconds"]! >= pool.Drain.PreStopSeconds + pool.Drain.ShutdownTimeoutSeconds);
        Assert.True(pool.Drain.GracePeriodSeconds > pool.Drain.PreStopSeconds + pool.Drain.ShutdownTimeoutSeconds);
        Assert.True(pool.Drain.ShutdownTimeoutSeconds >= QueueScalerDefaults.LongestRequestSeconds);
    }

    [Fact]
    public async Task Wrong_arguments_are_all_named_and_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Equal(
            "CB2008: QueueScaler 'scaler'.pool.maxReplicas is 4; allowed: at most 3: 3 a10 nodes of 2 GPUs, 2 per replica, 0 used by other pools. Change the arguments of the component.\n" +
            "CB2702: QueueScaler 'scaler'.minReplicas is 0; allowed: 1 and more, or wakeOnGatewayQueue true. vLLM's queue is gone with its last server, so only the Router's queue can start the next one. Change the arguments of the component.",
            Assert.Throws<DiagnosticException>(() => Create(Scalers.Spec with { MinReplicas = 0, Pool = Scalers.Spec.Pool with { Nodes = new GpuNodes(3, 2) } })).Message));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type == ScaledObject);
    }

    private static QueueScaler Create(QueueScalerSpec spec) => new("scaler", new QueueScalerArgs { Spec = spec, Namespace = "clawdbot-models" });

    private static async Task<JsonNode> Spec(QueueScalerSpec spec) => (await Run.Program(() => Create(spec))).Only(ScaledObject).Inputs["spec"]!;
}
