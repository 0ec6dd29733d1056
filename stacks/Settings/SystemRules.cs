using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Applies the rules of every part to its section of the settings.</summary>
internal static class SystemRules
{
    /// <param name="settings">The settings, as far as they could be read.</param>
    /// <param name="complete">Whether every pool could be planned; otherwise rules that look at the pools would blame the wrong section.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    internal static IEnumerable<Diagnostic> Check(StackSettings settings, bool complete, string remedy) =>
    [
        .. settings.ModelSource is { } source ? ModelLoaderRules.CheckSource(source, "clawdbot:modelSource", remedy) : [],
        .. settings.Addons is { } addons ? PlatformAddonsRules.Check(addons, "clawdbot:addons", remedy) : [],
        .. settings.Etcd is { } etcd ? EtcdClusterRules.Check(etcd, "clawdbot:etcd", remedy) : [],
        .. CheckImages(settings, remedy),
        .. complete ? CheckSystem(settings, remedy) : [],
    ];

    /// <summary>What is allowed but worth a second look, one sentence each.</summary>
    /// <param name="settings">Settings that passed every rule.</param>
    internal static IEnumerable<string> Advice(StackSettings settings) =>
    [
        .. settings.Scalers.SelectMany(QueueScalerAdvice.For),
        .. settings.Etcd is { } etcd ? EtcdClusterAdvice.For(etcd) : [],
        .. ClawdbotAssistantAdvice.For(settings.Assistant),
        .. settings.Etcd is null ? [] : PrometheusAlertsRules.Advice(AlertingPlanner.Plan(settings), "clawdbot:alerting"),
    ];

    private static IEnumerable<Diagnostic> CheckSystem(StackSettings settings, string remedy)
    {
        var answered = settings.Pools.Sum(pool => (long)pool.Replicas * pool.Vllm.MaxNumSeqs);
        return
        [
            .. GatewayRules.Check(settings.Gateway, "clawdbot:gateway", remedy),
            // A range is said by the assistant's own rules; here only the sum counts.
            .. settings.Assistant.Budget.Check(answered, "clawdbot:assistant", remedy).Where(diagnostic => diagnostic.Id == DiagnosticIds.AssistantBudgetExceeded),
            .. ClawdbotAssistantRules.CheckSpec(settings.Assistant, "clawdbot:assistant", remedy),
            .. CheckMonitoring(settings, remedy),
        ];
    }

    /// <summary>Dashboards are made from the plan of the alerts, and would repeat what is wrong with it.</summary>
    private static IEnumerable<Diagnostic> CheckMonitoring(StackSettings settings, string remedy)
    {
        var found = PrometheusAlertsRules.Check(AlertingPlanner.Plan(settings), "clawdbot:alerting", remedy);
        return found.Count > 0 || settings.Cluster is ClusterTarget.Docker ? found : DashboardsRules.Check(AlertingPlanner.Dashboards(settings), "clawdbot:dashboards", remedy);
    }

    private static IReadOnlyList<Diagnostic> CheckImages(StackSettings settings, string remedy)
    {
        var findings = new Findings("clawdbot:gateway", remedy);
        var onMachine = settings.Gateway.Images is GatewayImages.BuiltOnMachine;
        if (settings.Cluster is ClusterTarget.Docker && !onMachine && settings.Gateway.Images is not GatewayImages.Published)
            findings.Add(DiagnosticIds.ContradictorySettings, "images.kind", "for a registry", "'published' or 'onMachine' with clawdbot:cluster.kind 'docker'", "One machine needs no registry.");
        if (settings.Cluster is ClusterTarget.Existing or ClusterTarget.Eks && onMachine)
            findings.Add(DiagnosticIds.ContradictorySettings, "images.kind", "'onMachine'", "'published', 'ecr' or 'registry', unless clawdbot:cluster.kind is 'docker'", "Nodes pull images from a registry.");
        if (settings.Cluster is ClusterTarget.Existing && settings.Gateway.Images is GatewayImages.BuiltToEcr)
            findings.Add(DiagnosticIds.ContradictorySettings, "images.kind", "'ecr'", "'published' or 'registry', unless clawdbot:cluster.kind is 'eks'", "Without an AWS account of the stack nobody makes the repositories.");
        return findings.Diagnostics;
    }
}
