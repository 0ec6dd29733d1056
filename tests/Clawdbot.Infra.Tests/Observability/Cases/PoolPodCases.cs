using static Clawdbot.Infra.Tests.Observability.AlertSeries;

namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>What Kubernetes says about model servers.</summary>
internal static class PoolPodCases
{
    private const string Pod = "namespace=\"clawdbot-models\",pod=\"qwen-6d9f8b7c5-x2abc\"";
    private const string Container = Pod + ",container=\"vllm\"";
    private const string Deployment = "namespace=\"clawdbot-models\",deployment=\"qwen\"";
    private const string PodLabels = "namespace=clawdbot-models,pod=qwen-6d9f8b7c5-x2abc";

    internal static AlertCase[] All { get; } =
    [
        // The plan expects 300 s and gives up at 600 s; half way is 450 s. At minute 30 the clock shows 1800 s.
        new("ModelServerStartSlow") { Fires = Starting(1000, 0), Quiet = Starting(1400, 0), Labels = $"{PodLabels},container=vllm", Value = "13m 20s" },
        new("ModelServerStartSlow") { Fires = Starting(0, 0), Quiet = Starting(0, 1), Labels = $"{PodLabels},container=vllm", Value = "30m 0s" },
        new("ModelServerRestarting") { Fires = [Grow(Restarts(Container), 0.1)], Quiet = [Hold(Restarts(Container), 7)], Labels = $"{PodLabels},container=vllm" },
        // The pods of another pool whose name begins alike belong to that one.
        new("ModelServerRestarting") { Fires = [Grow(Restarts(Container), 0.1)], Quiet = [Grow(Restarts("namespace=\"clawdbot-models\",pod=\"qwen-14b-6d9f8b7c5-x2abc\",container=\"vllm\""), 0.1)], Labels = $"{PodLabels},container=vllm" },
        new("ModelServerOutOfMemory") { Fires = [Hold(Killed, 1), Change(Restarts(Container), 0, 1)], Quiet = [Hold(Killed, 1), Hold(Restarts(Container), 1)], Labels = $"{PodLabels},container=vllm,reason=OOMKilled" },
        new("PoolReplicasUnavailable") { Fires = Available(2), Quiet = Available(3), Labels = "namespace=clawdbot-models,deployment=qwen", Value = "2", FromStart = true },
        new("PoolPodsUnschedulable") { Fires = [Hold($"kube_pod_status_unschedulable{{{Pod}}}", 1)], Quiet = [Hold($"kube_pod_status_unschedulable{{{Pod}}}", 0)], Labels = PodLabels, FromStart = true },
        new("ScalerFailing") { Fires = [Grow(Scaler("qwen"), 1)], Quiet = [Grow(Scaler("other"), 1), Hold(Scaler("qwen"), 3)] },
        new("ScalerInactive")
        {
            Fires = [Hold(Condition("false"), 1)], Quiet = [Hold(Condition("false"), 0), Hold(Condition("true"), 1)],
            Labels = "namespace=clawdbot-models,horizontalpodautoscaler=keda-hpa-qwen,condition=ScalingActive,status=false", FromStart = true,
        },
        new("ScalerAtMaximum")
        {
            Fires = [Hold("""kube_horizontalpodautoscaler_status_current_replicas{namespace="clawdbot-models",horizontalpodautoscaler="keda-hpa-qwen"}""", 4)],
            Quiet = [Hold("""kube_horizontalpodautoscaler_status_current_replicas{namespace="clawdbot-models",horizontalpodautoscaler="keda-hpa-qwen"}""", 3)],
            Labels = "namespace=clawdbot-models,horizontalpodautoscaler=keda-hpa-qwen", At = 40, FromStart = true,
        },
    ];

    private const string Killed = "kube_pod_container_status_last_terminated_reason{" + Container + ",reason=\"OOMKilled\"}";

    private static AlertSeries[] Starting(double since, double ready) =>
        [Hold($"kube_pod_container_state_started{{{Container}}}", since), Hold($"kube_pod_status_ready{{{Pod},condition=\"true\"}}", ready)];

    private static string Restarts(string container) => $"kube_pod_container_status_restarts_total{{{container}}}";

    private static AlertSeries[] Available(double replicas) =>
        [Hold($"kube_deployment_status_replicas_available{{{Deployment}}}", replicas), Hold($"kube_deployment_spec_replicas{{{Deployment}}}", 3)];

    private static string Scaler(string pool) => $$"""keda_scaler_detail_errors_total{exported_namespace="clawdbot-models",scaledObject="{{pool}}",scaler="prometheus"}""";

    private static string Condition(string status) =>
        $$"""kube_horizontalpodautoscaler_status_condition{namespace="clawdbot-models",horizontalpodautoscaler="keda-hpa-qwen",condition="ScalingActive",status="{{status}}"}""";
}
